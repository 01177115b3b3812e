import { choice, flag, part, text } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** What a component is built with: variables, steps, artifacts. */
export const steps: Definitions = {
  BuildVariable: {
    description: 'An environment variable of a build.',
    fields: {
      name: text('Name of the variable.', {
        minLength: 1,
        required: true,
        examples: ['NODE_ENV'],
        engines: ['P30', 'P51'],
      }),
      value: text(
        'Value of the variable, in plain text. The EnvInject plugin fills other variables into it (`$BUILD_NUMBER`, `${PATH}`, those of the same list), leaves out those that it does not know, and cuts blanks at both ends; `\\$` stands for a dollar sign. Passwords, tokens and keys belong into a credential: use `credentials`.',
        { default: '', examples: ['production'], engines: ['P30', 'P51'], secret: true },
      ),
      secret: text('Marks the entry as a secret.', {
        without: 'none',
        examples: ['GIT_TOKEN'],
        engines: ['P51'],
        dead: 'The plugin read it in build.bitesize and used it nowhere; use `credentials`.',
      }),
      credentials: text(
        'Id of a secret-text credential of jenkins.bitesize. Its text is bound to the variable and masked in the log.',
        { without: 'none: `value` is used', examples: ['npm-token'], refers: 'credentials', since: '0.1.0' },
      ),
    },
    examples: [{ name: 'NODE_ENV', value: 'production' }],
  },
  BuildStep: {
    description: 'One build step: either `shell`, or `gradle` or `tasks` with the keys beside it.',
    fields: {
      shell: text('A shell script. It becomes a shell step.', {
        without: 'none: the step is a Gradle step',
        examples: ['make package', 'npm ci\nnpm test'],
        engines: ['P30', 'P51'],
        secret: true,
      }),
      gradle: part(
        'GradleOptions',
        'Makes this a Gradle step. Options may be written under it, or beside it as the plugin wanted; a scalar here is ignored.',
        {
          without: 'none: the step is a shell step',
          examples: [{ tasks: 'clean build', use_wrapper: true }],
          engines: ['P30', 'P51'],
        },
      ),
      tasks: text('Gradle tasks to run, separated by spaces.', {
        default: '',
        examples: ['clean build'],
        engines: ['P30', 'P51'],
      }),
      description: text('Description of the Gradle step.', {
        default: '',
        dead: 'The Gradle plugin of today has no description of a step; write it as a comment of the spec.',
        examples: ['Build and test'],
        engines: ['P30', 'P51'],
      }),
      use_wrapper: flag(
        "Whether the Gradle step runs the project's `gradlew` and not the agent's `gradle`.",
        { default: true, examples: [false], engines: ['P30', 'P51'] },
      ),
      switches: text('Switches of Gradle.', {
        default: '',
        examples: ['--info --stacktrace'],
        engines: ['P30', 'P51'],
      }),
      image: text(
        'Image that this step runs in, with a tag or a digest. It becomes a further container of the pod.',
        {
          minLength: 1,
          without: 'where the steps of the component run',
          examples: ['python:3.13'],
          since: '0.1.0',
        },
      ),
      container: text(
        'Container that this step runs in: one that the pods of the agent have by `containers` in jenkins.bitesize, or `jnlp`, that of the agent itself.',
        {
          pattern: patterns.dnsLabel,
          without: 'where the steps of the component run',
          examples: ['maven'],
          refers: 'container',
          since: '0.1.0',
        },
      ),
    },
    examples: [{ shell: 'make package' }],
    snippets: [
      { label: 'shell', description: 'A shell step', body: { shell: '${1:command}' } },
      { label: 'gradle', description: 'A Gradle step', body: { gradle: { tasks: '${1:build}' } } },
    ],
  },
  GradleOptions: {
    description: 'Options of a Gradle step.',
    fields: {
      tasks: text('Gradle tasks to run, separated by spaces.', {
        default: '',
        examples: ['clean build'],
        since: '0.1.0',
      }),
      description: text('Description of the step.', {
        default: '',
        examples: ['Build and test'],
        since: '0.1.0',
      }),
      use_wrapper: flag("Whether to run the project's `gradlew` and not the agent's `gradle`.", {
        default: true,
        examples: [false],
        since: '0.1.0',
      }),
      switches: text('Switches of Gradle.', {
        default: '',
        examples: ['--info --stacktrace'],
        since: '0.1.0',
      }),
    },
    examples: [{ tasks: 'clean build', use_wrapper: true }],
    scalar: true,
  },
  CoverageReport: {
    description: 'Reports of code coverage in one format.',
    fields: {
      type: choice('Format of the report, which decides the parser of the Coverage plugin.', {
        values: {
          clover: 'XML of Clover, which PHPUnit and Istanbul write, too.',
          cobertura: 'XML of Cobertura, which coverage.py, Coverlet, gcovr and many others write, too.',
          go: 'The cover profile of `go test`.',
          jacoco: 'XML of JaCoCo.',
          lcov: 'The tracefile of LCOV, which Istanbul writes, too.',
          opencover: 'XML of OpenCover.',
          pit: 'Mutations of PIT.',
          stryker: 'Mutations of Stryker.',
          trace32: 'XML of Lauterbach TRACE32.',
          vectorcast: 'XML of VectorCAST.',
        },
        required: true,
        examples: ['jacoco'],
        since: '0.1.0',
      }),
      location: text('Ant patterns of the reports, separated by commas, relative to the workspace.', {
        minLength: 1,
        without:
          'the names that the plugin knows for the type, such as `**/jacoco.xml,**/jacocoTestReport.xml`',
        examples: ['build/reports/jacoco/**/*.xml'],
        since: '0.1.0',
      }),
    },
    examples: [{ type: 'jacoco', location: 'build/reports/jacoco/**/*.xml' }],
  },
  Publication: {
    description: 'Something that is published to a registry. It becomes a shell step behind the build steps.',
    fields: {
      type: choice('What is published, which decides the program that does it.', {
        values: {
          npm: 'npm packages, by `npm publish`: a `package.json` is packed, a tarball (`.tgz`) is taken as it is.',
          pypi: 'Python packages, by `uv publish`: wheels and source distributions.',
          maven:
            "Maven's artifacts, by `mvn deploy` (`mvnw` where the folder has it) in the folder of each `pom.xml`, without tests.",
          file: 'Any files, by an HTTP PUT with curl, such as to a raw repository of Nexus or a generic one of Artifactory.',
          oci: 'A container image, by skopeo: an OCI layout (a folder or its archive), or an archive of `docker save`. One that the registry has under the tag already is not pushed again. The component becomes a pipeline.',
        },
        required: true,
        examples: ['npm'],
        since: '0.1.0',
      }),
      location: text(
        'Ant patterns of the files, separated by commas, relative to the workspace; for `oci` the path of one image.',
        {
          minLength: 1,
          without:
            '`package.json` for `npm`, `dist/*` for `pypi`, `pom.xml` for `maven`; `file` and `oci` must say it',
          examples: ['packages/*/package.json', 'build/*.zip'],
          since: '0.1.0',
        },
      ),
      url: text(
        'Address of the registry: for `npm` and `maven` of the repository, for `pypi` of the uploads, for `file` of the folder; for `oci` the name of the image without a tag.',
        {
          minLength: 1,
          required: true,
          examples: [
            'https://registry.npmjs.org/',
            'https://upload.pypi.org/legacy/',
            'https://nexus.example.com/repository/raw/',
            'registry.example.com/shop/tool',
          ],
          since: '0.1.0',
          secret: true,
        },
      ),
      credentials: text(
        'Id of a credential of jenkins.bitesize: `secret-text` with a token (not for `maven` and `oci`), or `username-password`.',
        { minLength: 1, required: true, examples: ['npm-token'], refers: 'credentials', since: '0.1.0' },
      ),
      version: text(
        'Folder below `url`, for `file`; tag of the image, for `oci`. `$NAME` and `${NAME}` stand for variables of the build, such as `1.0.$BUILD_NUMBER`.',
        {
          pattern: patterns.publishedVersion,
          without:
            'the files are directly below `url`; an image has the first 12 digits of the commit as its tag',
          examples: ['1.0.$BUILD_NUMBER'],
          since: '0.1.0',
        },
      ),
    },
    examples: [{ type: 'npm', url: 'https://npm.example.com/', credentials: 'npm-token' }],
    snippets: [
      {
        label: 'npm',
        description: 'Publish an npm package',
        body: { type: 'npm', url: '${1:https://registry.npmjs.org/}', credentials: '${2:npm-token}' },
      },
      {
        label: 'file',
        description: 'Publish files',
        body: {
          type: 'file',
          location: '${1:build/*.zip}',
          url: '${2:https://nexus.example.com/repository/raw/}',
          credentials: '${3:nexus}',
          version: '${4:1.0.\\$BUILD_NUMBER}',
        },
      },
    ],
  },
  Artifact: {
    description: 'Files that are kept after a build.',
    fields: {
      location: text('Ant pattern of the files, relative to the workspace. It becomes an archive step.', {
        minLength: 1,
        required: true,
        examples: ['*.deb', 'build/libs/**/*.jar'],
        engines: ['P30', 'P51'],
      }),
    },
    examples: [{ location: '*.deb' }],
  },
};
