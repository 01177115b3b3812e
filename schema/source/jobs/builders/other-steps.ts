import { choice, flag, integer, list, part, text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import type { Things } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { off, optional, orFile, preset, required, scriptFile } from './about.ts';

/** The objects inside other build steps. */
export const otherParts: Definitions = {
  ConfigFileBuilderFile: {
    description: 'A managed file of Jenkins that comes into the workspace.',
    short: 'file_id',
    fields: {
      file_id: text('Id of the managed file.', { ...required('maven-settings'), minLength: 1 }),
      target: text('Path that it is written to.', {
        ...optional('a temporary file, which `variable` names', '.m2/settings.xml'),
      }),
      variable: text('Environment variable that holds its path.', optional('none', 'MAVEN_SETTINGS')),
      replace_tokens: flag('Whether variables of the build are filled into it.', off),
    },
    examples: [{ file_id: 'maven-settings', target: '.m2/settings.xml' }],
  },
  DockerBuilderServer: {
    description: 'The Docker daemon that builds.',
    short: 'uri',
    fields: {
      uri: text(
        'Its address.',
        optional('what the agent says (DOCKER_HOST)', 'tcp://docker.example.com:2376'),
      ),
      credentials: text('Id of the credential with its certificates.', {
        ...optional('none', 'docker-daemon'),
        refers: 'credentials',
      }),
    },
    examples: [{ uri: 'tcp://docker.example.com:2376' }],
  },
  DockerBuilderRegistry: {
    description: 'The registry that the image is pushed to.',
    short: 'url',
    fields: {
      url: text('Its address.', optional('Docker Hub', 'https://registry.example.com')),
      credentials: text('Id of the credential with its user and password.', {
        ...optional('none', 'registry-login'),
        refers: 'credentials',
      }),
    },
    examples: [{ url: 'https://registry.example.com', credentials: 'registry-login' }],
  },
  HttpRequestBuilderHeader: {
    description: 'A header of a request.',
    fields: {
      name: text('Its name.', { ...required('X-Stage'), minLength: 1 }),
      value: text('Its value; variables are filled in.', { ...required('test'), secret: true }),
      mask: flag('Whether the log hides the value.', off),
    },
    examples: [{ name: 'X-Stage', value: 'test' }],
  },
};

const mimeTypes = {
  NOT_SET: 'None is said.',
  TEXT_HTML: 'text/html',
  TEXT_PLAIN: 'text/plain',
  APPLICATION_FORM: 'application/x-www-form-urlencoded',
  APPLICATION_FORM_DATA: 'multipart/form-data',
  APPLICATION_JSON: 'application/json',
  APPLICATION_JSON_UTF8: 'application/json with UTF-8',
  APPLICATION_TAR: 'application/x-tar',
  APPLICATION_ZIP: 'application/zip',
  APPLICATION_OCTETSTREAM: 'application/octet-stream',
};

/** Build steps of other plugins. */
export const otherSteps: Things = {
  inject: {
    description: 'Sets environment variables for the steps that follow.',
    short: 'properties_content',
    fields: {
      properties_content: text(
        'Variables, one `NAME=value` in a line, as Java reads properties: a backslash is written twice.',
        { ...optional('none', 'STAGE=test\nVERSION=1.0.$BUILD_NUMBER'), secret: true },
      ),
      properties_file: text('Path of a file in the workspace with such lines.', {
        ...optional('none', 'build.properties'),
      }),
    },
    examples: [{ properties_content: 'STAGE=test' }],
  },
  'config-file': {
    description: 'Copies managed files of Jenkins into the workspace.',
    short: 'files',
    fields: {
      files: list('The files.', {
        ...required([{ file_id: 'maven-settings', target: '.m2/settings.xml' }]),
        of: 'ConfigFileBuilderFile',
        minItems: 1,
      }),
    },
    examples: [{ files: [{ file_id: 'maven-settings', target: '.m2/settings.xml' }] }],
  },
  'docker-build-publish': {
    description: 'Builds an image with Docker and pushes it.',
    short: 'repo_name',
    fields: {
      repo_name: text('Name of the image, without the registry.', {
        ...required('example/shop'),
        minLength: 1,
      }),
      repo_tag: text('Tags, with commas between them; variables are filled in.', {
        ...optional('`latest` alone', '1.0.$BUILD_NUMBER'),
      }),
      server: part('DockerBuilderServer', 'The Docker daemon.', {
        ...optional('that of the agent', { uri: 'tcp://docker.example.com:2376' }),
      }),
      registry: part('DockerBuilderRegistry', 'The registry.', {
        ...optional('Docker Hub', { url: 'https://registry.example.com', credentials: 'registry-login' }),
      }),
      file_path: text('Path of the Dockerfile.', optional('that of the context', 'docker/Dockerfile')),
      build_context: text('Folder that is sent to the daemon.', optional('the workspace', 'docker')),
      build_args: text('Further arguments of `docker build`.', {
        ...optional('none', '--target runtime'),
        secret: true,
      }),
      no_cache: flag('Whether layers of earlier builds are not used.', off),
      force_pull: flag('Whether base images are always pulled.', off),
      force_tag: flag('Whether a tag that is there is moved.', off),
      skip_build: flag('Whether nothing is built.', off),
      skip_push: flag('Whether nothing is pushed.', off),
      skip_tag_latest: flag('Whether the tag `latest` stays where it is.', off),
      skip_decorate: flag('Whether the build keeps its name.', off),
      create_fingerprint: flag('Whether Jenkins records fingerprints of the images.', preset(true, false)),
      docker_tool: text('Name of the installation of Docker in Jenkins.', {
        ...optional('the one on the path of the agent', 'docker-29'),
      }),
    },
    examples: [{ repo_name: 'example/shop', repo_tag: '1.0.$BUILD_NUMBER' }],
  },
  'http-request': {
    description: 'Sends an HTTP request.',
    short: 'url',
    fields: {
      url: text('Its address; variables are filled in.', {
        ...required('https://shop.example.com/health'),
        minLength: 1,
      }),
      mode: choice('Its method.', {
        ...preset('GET', 'POST'),
        values: {
          GET: 'Reads.',
          HEAD: 'Reads the headers alone.',
          POST: 'Sends.',
          PUT: 'Puts in place.',
          DELETE: 'Deletes.',
          OPTIONS: 'Asks what is allowed.',
          PATCH: 'Changes.',
          MKCOL: 'Makes a folder (WebDAV).',
        },
      }),
      content_type: choice('The type of what is sent.', {
        ...preset('NOT_SET', 'APPLICATION_JSON'),
        values: mimeTypes,
      }),
      accept_type: choice('The type that is asked for.', {
        ...preset('NOT_SET', 'APPLICATION_JSON'),
        values: mimeTypes,
      }),
      request_body: text('What is sent.', { ...optional('nothing', '{"stage": "test"}'), secret: true }),
      upload_file: text('File of the workspace that is sent.', optional('none', 'dist/shop.zip')),
      multipart_name: text('Name of the part with the file.', optional('none', 'file')),
      wrap_as_multipart: flag('Whether the file is sent as a part of several.', preset(true, false)),
      headers: list('Its headers.', {
        ...optional('those that its other fields say', [{ name: 'X-Stage', value: 'test' }]),
        of: 'HttpRequestBuilderHeader',
      }),
      pass_build: flag('Whether the parameters of the build are sent.', off),
      authentication_key: text('Id of the credential that it is sent with.', {
        ...optional('none', 'shop-login'),
        refers: 'credentials',
      }),
      use_ntlm: flag('Whether the credential is used with NTLM.', off),
      proxy: text('Address of a proxy.', optional('none', 'http://proxy.example.com:3128')),
      proxy_authentication_key: text('Id of the credential for the proxy.', {
        ...optional('none', 'proxy-login'),
        refers: 'credentials',
      }),
      use_system_properties: flag('Whether the proxy of the JVM is used.', off),
      ignore_ssl_errors: flag('Whether any certificate of the server is taken.', off),
      time_out: integer('Seconds to wait for an answer; 0 waits forever.', preset(0, 30)),
      valid_response_codes: text('Codes that count as success: codes and ranges, with commas between them.', {
        ...preset('100:399', '200,202'),
      }),
      valid_response_content: text('Text that the answer must contain.', optional('anything', 'healthy')),
      output_file: text(
        'File of the workspace that the answer is written to.',
        optional('none', 'answer.json'),
      ),
      console_log: flag('Whether the answer is written to the log.', off),
      quiet: flag('Whether nothing is written to the log.', off),
    },
    examples: [{ url: 'https://shop.example.com/health', valid_response_codes: '200' }],
  },
  'description-setter': {
    description: 'Sets the description of the build.',
    short: 'description',
    fields: {
      regexp: text('Regular expression of Java that is looked for in the log.', {
        ...optional('the description is taken as it is', 'Uploaded (.*)'),
        refers: 'regex',
      }),
      description: text('The description; `\\1` is the first group of the expression.', {
        ...optional('what the expression matched', 'Uploaded \\1'),
      }),
      append: flag('Whether it stands behind the description that is there.', off),
    },
    examples: [{ regexp: 'Uploaded (.*)', description: '\\1' }],
  },
  'build-name-setter': {
    description: 'Names the build anew.',
    short: 'template',
    fields: {
      template: text(
        'The name; variables are filled in.',
        optional('the file says it', '#$BUILD_NUMBER-$BRANCH'),
      ),
      name: text('File of the workspace whose first line is the name.', optional('none', 'version.txt')),
      template_first: flag('Whether the template stands before what the file says.', off),
    },
    examples: [{ template: '#$BUILD_NUMBER-$BRANCH' }],
  },
  'critical-block-start': {
    description:
      'Waits for the resources of the wrapper `exclusion`, and holds them until `critical-block-end`.',
    fields: {},
    examples: [{}],
  },
  'critical-block-end': {
    description: 'Frees the resources that `critical-block-start` holds.',
    fields: {},
    examples: [{}],
  },
  ssh: {
    description: 'Runs a script on a host that Jenkins reaches by SSH.',
    fields: {
      ssh_user_ip: text('The host, as `user@host:port`; Jenkins must know it.', {
        ...required('deploy@web-1.example.com:22'),
        minLength: 1,
      }),
      command: text('The script.', { ...orFile, examples: ['systemctl reload shop'] }),
      file: scriptFile('command', 'scripts/reload.sh'),
      exec_each_line: flag('Whether each line is a command of its own.', off),
      hide_command: flag('Whether the log hides the script.', off),
    },
    examples: [{ ssh_user_ip: 'deploy@web-1.example.com:22', command: 'systemctl reload shop' }],
  },
  ...xmlElement('<hudson.tasks.Shell><command>make</command></hudson.tasks.Shell>'),
};
