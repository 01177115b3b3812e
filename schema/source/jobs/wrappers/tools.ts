import { choice, flag, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

/** The objects inside wrappers that hand out tools. */
export const toolParts: Definitions = {
  ContainerVolume: {
    description: 'A folder of the agent that a container sees.',
    fields: {
      host_path: text('Path on the agent.', {
        required: true,
        minLength: 1,
        examples: ['/var/cache/maven'],
        since: SINCE,
      }),
      path: text('Path in the container.', {
        required: true,
        minLength: 1,
        examples: ['/home/jenkins/.m2'],
        since: SINCE,
      }),
    },
    examples: [{ host_path: '/var/cache/maven', path: '/home/jenkins/.m2' }],
  },
};

/** Wrappers that hand tools to the steps, or run them in a container. */
export const toolWrappers: Things = {
  nodejs: {
    description: 'Puts Node.js of the settings of Jenkins on the path of the steps.',
    short: 'name',
    fields: {
      name: text('Name of the installation.', {
        required: true,
        minLength: 1,
        examples: ['node-22'],
        since: SINCE,
      }),
      config_id: text('Id of a provided `.npmrc`.', {
        without: 'the one of the agent',
        minLength: 1,
        examples: ['npmrc'],
        since: SINCE,
      }),
      cache: choice('Where npm keeps what it downloads.', {
        values: {
          default: 'The folder of the user.',
          executor: 'A folder for each executor of the agent.',
          job: 'A folder of the workspace.',
        },
        default: 'default',
        examples: ['job'],
        since: SINCE,
      }),
    },
    examples: [{ name: 'node-22' }],
  },
  golang: {
    description: 'Puts Go of the settings of Jenkins on the path of the steps.',
    short: 'version',
    fields: {
      version: text('Name of the installation.', {
        required: true,
        minLength: 1,
        examples: ['1.25'],
        since: SINCE,
      }),
    },
    examples: [{ version: '1.25' }],
  },
  'custom-tools': {
    description: 'Puts tools of the settings of Jenkins on the path of the steps.',
    short: 'tools',
    fields: {
      tools: texts('Names of the tools.', {
        required: true,
        minItems: 1,
        examples: [['helm']],
        since: SINCE,
      }),
      skip_master_install: flag('Whether a matrix job installs them for its configurations only.', off),
      convert_homes_to_upper: flag(
        'Whether the variables of their folders are in capitals, such as `HELM_HOME`.',
        off,
      ),
    },
    examples: [{ tools: ['helm'] }],
  },
  sonar: {
    description: 'Sets variables such as `SONAR_HOST_URL` for steps that run a scanner themselves.',
    fields: {
      install_name: text('Name of the server in the settings of Jenkins.', {
        without: 'the first one',
        minLength: 1,
        examples: ['sonar'],
        since: SINCE,
      }),
      credentials: text('Id of the credential with the token.', {
        without: 'that of the server',
        minLength: 1,
        examples: ['sonar-token'],
        since: SINCE,
        refers: 'credentials',
      }),
      env_only: flag('Whether only the variables are set, without a link in the build.', off),
    },
    examples: [{ install_name: 'sonar' }],
  },
  docker: {
    description:
      'Runs the steps in a container on the agent, by the Docker Custom Build Environment plugin. `image` or `dockerfile` says which.',
    short: 'image',
    fields: {
      image: text('The image; variables of the build are filled in.', {
        without: 'it is built of `dockerfile`',
        minLength: 1,
        examples: ['maven:3-eclipse-temurin-21'],
        since: SINCE,
      }),
      dockerfile: text('Path of the Dockerfile that the image is built of, relative to `context_path`.', {
        without: 'it is `Dockerfile`, where there is no `image`',
        minLength: 1,
        examples: ['build/Dockerfile'],
        since: SINCE,
      }),
      context_path: text('Folder that the Dockerfile takes files from.', {
        default: '.',
        minLength: 1,
        examples: ['build'],
        since: SINCE,
      }),
      force_pull: flag('Whether the image is downloaded although the agent has it.', off),
      docker_tool: text('Name of the Docker installation in the settings of Jenkins.', {
        without: 'the `docker` on the path',
        minLength: 1,
        examples: ['docker-27'],
        since: SINCE,
      }),
      host: text('URI of the Docker server.', {
        without: 'that of the agent',
        minLength: 1,
        examples: ['tcp://docker.example.com:2376'],
        since: SINCE,
      }),
      credentials: text('Id of the credential for the Docker server.', {
        without: 'none',
        minLength: 1,
        examples: ['docker-server'],
        since: SINCE,
        refers: 'credentials',
      }),
      registry_credentials: text('Id of the credential for the registry.', {
        without: 'none',
        minLength: 1,
        examples: ['registry-login'],
        since: SINCE,
        refers: 'credentials',
      }),
      volumes: list('Folders of the agent that the container sees, beside the workspace.', {
        of: 'ContainerVolume',
        without: 'none',
        examples: [[{ host_path: '/var/cache/maven', path: '/home/jenkins/.m2' }]],
        since: SINCE,
      }),
      privileged: flag('Whether the container has all rights on the agent.', off),
      verbose: flag('Whether the commands of Docker stand in the log.', off),
      group: text('Group that the steps run as.', {
        without: 'that of the agent',
        minLength: 1,
        examples: ['docker'],
        since: SINCE,
      }),
      command: text('Command that keeps the container running.', {
        default: '/bin/cat',
        minLength: 1,
        examples: ['/sbin/init'],
        since: SINCE,
      }),
      net: text('Network of the container.', {
        default: 'bridge',
        minLength: 1,
        examples: ['host'],
        since: SINCE,
      }),
      memory_limit: text('Limit of the memory, as Docker writes it.', {
        without: 'none',
        minLength: 1,
        examples: ['2g'],
        since: SINCE,
      }),
      cpu_shares: text('Weight of the processor time, as Docker writes it.', {
        without: 'none',
        minLength: 1,
        examples: ['512'],
        since: SINCE,
      }),
    },
    examples: [{ image: 'maven:3-eclipse-temurin-21' }],
  },
};
