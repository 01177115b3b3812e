import { choice, item, list, map, part, text } from './fields.ts';
import { specFile } from './spec-file.ts';

/** The schema of application.bitesize. */
export const application = specFile(
  'application',
  {
    description:
      'How container images are made of components: one Dockerfile and one image job per application. The file may also be called containers.bitesize.',
    fields: {
      project: text(
        'Name of the project. It is the middle part of image names. All spec files of a project must give the same name.',
        {
          without: 'the name that the other spec files of the project give',
          examples: ['sample-app'],
          names: 'project',
          engines: ['P30', 'P51'],
        },
      ),
      applications: list(
        'The container images of the project. Each one becomes a Dockerfile and a pipeline job `<name>-docker-image`.',
        {
          of: 'Application',
          default: [],
          examples: [
            [
              {
                name: 'web',
                runtime: 'ubuntu-nodejs5x:1.2',
                version: '1.0.1',
                command: '/app/run.sh',
                dependencies: [{ name: 'web', type: 'debian-package', origin: { build: 'web' } }],
              },
            ],
          ],
          engines: ['P30', 'P51'],
        },
      ),
      containers: list(
        'Another name of `applications`, for files called containers.bitesize. Use one of the two.',
        {
          of: 'Application',
          without: 'none: `applications` is used',
          examples: [
            [
              {
                name: 'web',
                runtime: 'ubuntu-nodejs5x:1.2',
                version: '1.0.1',
                command: '/app/run.sh',
                dependencies: [{ name: 'web', type: 'debian-package', origin: { build: 'web' } }],
              },
            ],
          ],
          since: '0.1.0',
        },
      ),
    },
    examples: [
      {
        project: 'sample-app',
        applications: [
          {
            name: 'web',
            runtime: 'ubuntu-nodejs5x:1.2',
            version: '1.0.1',
            command: '/app/run.sh',
            dependencies: [{ name: 'web', type: 'debian-package', origin: { build: 'web' } }],
          },
        ],
      },
    ],
    snippets: [
      {
        label: 'application.bitesize',
        description: 'A project with one image',
        body: {
          project: '${1:project}',
          applications: [
            { name: '${2:application}', runtime: '${3:ubuntu-jdk8:1.0}', command: '${4:/app/run.sh}' },
          ],
        },
      },
    ],
  },
  {
    Application: {
      description:
        'A container image. It becomes a Dockerfile and a pipeline job that builds, tags and pushes the image.',
      fields: {
        name: text(
          'Name of the application. It becomes the last part of the image name, the job `<name>-docker-image` and the parameter `<name>_VERSION`.',
          { minLength: 1, required: true, examples: ['web'], names: 'application', engines: ['P30', 'P51'] },
        ),
        runtime: text(
          'Base image, relative to the base registry. It becomes the FROM line of the Dockerfile.',
          {
            minLength: 1,
            without: 'the Dockerfile of `build`; one of the two is required',
            examples: ['ubuntu-nodejs5x:1.2', 'nginx'],
            engines: ['P30', 'P51'],
          },
        ),
        build: part(
          'ImageBuild',
          "A Dockerfile of a component's repository that the image is built with, in place of `runtime`. The component's job becomes a pipeline that starts the image job with the commit that it built; the environments get the image by digest.",
          {
            without: 'the Dockerfile that is made of `runtime`, `dependencies` and `command`',
            examples: [{ component: 'web', dockerfile: 'docker/web.Dockerfile', target: 'runtime' }],
            since: '0.1.0',
          },
        ),
        version: text(
          'Version of the image. It becomes the tags `<version>` and `<version>-<build>`; with `build`, one more tag beside the first 12 digits of the commit.',
          {
            without: 'the version of the first dependency that has `origin.build`; with `build`, none',
            examples: ['1.0.1', '1.10'],
            engines: ['P30', 'P51'],
          },
        ),
        command: text(
          'Command that the container runs. It becomes the ENTRYPOINT, split into words as a shell does; a command with variables, pipes or other things that only a shell can do runs in `/bin/sh -c`.',
          {
            without: 'the entrypoint of the base image',
            examples: ['npm start', 'java -jar /app/web.jar'],
            engines: ['P30', 'P51'],
          },
        ),
        dependencies: list(
          'Packages that are installed in the image. They become RUN lines of the Dockerfile.',
          {
            of: 'ApplicationDependency',
            default: [],
            examples: [[{ name: 'web', type: 'debian-package', origin: { build: 'web' } }]],
            engines: ['P30', 'P51'],
          },
        ),
        files: list(
          'Artifacts that components keep, taken from the build that started the image job, or from the last good one. They are copied into the image; with `build`, into its context.',
          {
            of: 'ImageFile',
            default: [],
            examples: [[{ component: 'web', location: 'dist/**', path: '/usr/share/nginx/html/' }]],
            since: '0.1.0',
          },
        ),
        notifications: map(
          'Who is told about the results of the image job: a map from the kind of notification to its addresses. `mail` becomes a mail step with one or more addresses, `slack` a message to one or more channels, where jenkins.bitesize has `slack`; other kinds are reported as not supported.',
          {
            of: item.text({ secret: true }),
            default: {},
            examples: [{ mail: 'team@example.com' }],
            engines: ['P51'],
          },
        ),
      },
      examples: [
        {
          name: 'web',
          runtime: 'ubuntu-nodejs5x:1.2',
          version: '1.0.1',
          command: '/app/run.sh',
          dependencies: [{ name: 'web', type: 'debian-package', origin: { build: 'web' } }],
        },
      ],
      snippets: [
        {
          label: 'application',
          description: 'An image with one package of the project',
          body: {
            name: '${1:name}',
            runtime: '${2:ubuntu-jdk8:1.0}',
            version: '${3:1.0.0}',
            command: '${4:/app/run.sh}',
            dependencies: [
              { name: '${5:package}', type: 'debian-package', origin: { build: '${6:component}' } },
            ],
          },
        },
      ],
    },
    ApplicationDependency: {
      description: 'A package that is installed in the image.',
      fields: {
        name: text('Name of the package.', {
          minLength: 1,
          required: true,
          examples: ['web'],
          engines: ['P30', 'P51'],
        }),
        type: choice('Kind of the package, which decides the installer.', {
          values: {
            'debian-package':
              "A Debian package, installed with apt-get from the project's apt repository or the base image's.",
            'gem-package': 'A Ruby gem, installed with gem.',
            'pip-package': 'A Python package, installed with pip. The plugin skipped these silently.',
            'npm-package': 'A package of npm, installed globally with npm.',
          },
          required: true,
          examples: ['debian-package'],
          engines: ['P30', 'P51'],
        }),
        version: text(
          'Version of the package. For a Debian package it may be the beginning of a version: `1.2` installs the newest `1.2*`.',
          { without: 'the newest version', examples: ['1.2.0', '1.10'], engines: ['P30', 'P51'] },
        ),
        origin: part(
          'DependencyOrigin',
          'Where the package is made. It makes the image job run after the job of that component.',
          { without: 'the package is made elsewhere', examples: [{ build: 'web' }], engines: ['P30', 'P51'] },
        ),
      },
      examples: [{ name: 'web', type: 'debian-package', version: '1.0.1', origin: { build: 'web' } }],
    },
    ImageBuild: {
      description: 'How the image of an application is built from a Dockerfile of its own.',
      fields: {
        component: text('Component whose repository holds the Dockerfile. Its branch is what is built.', {
          minLength: 1,
          without: 'the component with the name of the application',
          examples: ['web'],
          refers: 'component',
          since: '0.1.0',
        }),
        context: text(
          'Folder that the Dockerfile copies from, relative to the top of the repository. Nothing outside of the repository can be named.',
          { minLength: 1, default: '.', examples: ['services/web'], since: '0.1.0' },
        ),
        dockerfile: text('Path of the Dockerfile, relative to `context`.', {
          minLength: 1,
          default: 'Dockerfile',
          examples: ['docker/web.Dockerfile'],
          since: '0.1.0',
        }),
        target: text('Stage of the Dockerfile that becomes the image.', {
          minLength: 1,
          without: 'its last stage',
          examples: ['runtime'],
          since: '0.1.0',
        }),
        args: map(
          'Build arguments, by the names of the `ARG` lines. They are part of the history of the image: a secret has no place here.',
          {
            of: item.text({ secret: true }),
            default: {},
            examples: [{ NODE_ENV: 'production' }],
            since: '0.1.0',
          },
        ),
      },
      examples: [{ component: 'web', context: 'services/web', args: { NODE_ENV: 'production' } }],
      snippets: [
        {
          label: 'build',
          description: 'An image from a Dockerfile of the repository',
          body: { component: '${1:component}', context: '${2:.}', dockerfile: '${3:Dockerfile}' },
        },
      ],
    },
    ImageFile: {
      description: 'Artifacts of a component that go into an image.',
      fields: {
        component: text('Component that keeps the artifacts.', {
          minLength: 1,
          required: true,
          examples: ['web'],
          refers: 'component',
          since: '0.1.0',
        }),
        location: text(
          'Which of its artifacts: a path or a pattern of Ant. What a pattern finds stands below `path` as it stands below the folder in front of the first wildcard.',
          { minLength: 1, required: true, examples: ['target/web.jar', 'dist/**'], since: '0.1.0' },
        ),
        path: text(
          'Where they go: an absolute path in the image, or with `build` a path below `context`. A folder ends with `/`.',
          { minLength: 1, required: true, examples: ['/app/web.jar', 'dist/'], since: '0.1.0' },
        ),
      },
      examples: [{ component: 'web', location: 'target/web.jar', path: '/app/web.jar' }],
    },
    DependencyOrigin: {
      description: 'Where a package of an image is made.',
      fields: {
        build: text(
          'Name of the component in build.bitesize that makes the package. It becomes an upstream trigger of the image job.',
          { without: 'none', examples: ['web'], refers: 'component', engines: ['P30', 'P51'] },
        ),
      },
      examples: [{ build: 'web' }],
    },
  },
);
