import { choice, flag, item, list, map, part, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** A component, and what it is built of. */
export const component: Definitions = {
  Component: {
    description:
      'A part of the project that is built from one repository. It becomes a freestyle job that checks out, installs build dependencies, runs the build steps and keeps the artifacts. One whose steps run in a container becomes a pipeline that does the same.',
    fields: {
      name: text(
        'Name of the component. It becomes the name of the job, and what `origin.build` in application.bitesize refers to.',
        { minLength: 1, required: true, examples: ['web'], names: 'component', engines: ['P30', 'P51'] },
      ),
      version: text('Version of the component, for readers only.', {
        without: 'none',
        examples: ['1.0.1'],
        engines: ['P30', 'P51'],
        dead: 'The plugin read it and used it nowhere; the version of an image comes from application.bitesize.',
      }),
      os: text('Operating system of the build agent. Only `linux` was ever meant.', {
        default: 'linux',
        examples: ['linux'],
        engines: ['P30', 'P51'],
        dead: 'The plugin read it and used it nowhere; `agent` decides where a component is built.',
      }),
      type: text('Kind of artifact that the component makes.', {
        default: 'debian-package',
        examples: ['debian-package'],
        engines: ['P30', 'P51'],
        dead: 'The plugin read it and used it nowhere; what is kept is decided by `artifacts`.',
      }),
      runtime: text('Runtime that the component needs.', {
        without: 'none',
        examples: ['ubuntu-jdk8:1.0'],
        engines: ['P30', 'P51'],
        dead: 'The plugin read it and used it nowhere; the base image belongs to application.bitesize.',
      }),
      agent: text('Label of the agent that builds the component.', {
        default: 'generic',
        examples: ['generic'],
        refers: 'label',
        since: '0.1.0',
      }),
      image: text(
        'Image that the build steps run in, with a tag or a digest. It becomes a container beside that of the agent, in a pod of the job alone; checkout and publishing stay with the agent.',
        {
          minLength: 1,
          without: 'the steps run in the container of the agent',
          examples: ['node:22', 'registry.example.com/build/python:3.13'],
          since: '0.1.0',
        },
      ),
      container: text(
        'Container that the build steps run in: one that the pods of the agent have by `containers` in jenkins.bitesize, or `jnlp`, that of the agent itself.',
        {
          pattern: patterns.dnsLabel,
          without: 'that of `image`, or that of the agent',
          examples: ['maven'],
          refers: 'container',
          since: '0.1.0',
        },
      ),
      caches: texts(
        'Folders that are kept between the builds of the component: `npm`, `pip`, `maven`, `gradle`, `go`, `bundler` and `apt` for what the tool of that name downloads, or the absolute path of a folder. They lie on a volume of the project; `caches` in jenkins.bitesize says how large it is.',
        {
          pattern: patterns.cache,
          default: [],
          examples: [['npm', '/usr/local/cargo/registry']],
          since: '0.1.0',
        },
      ),
      dependencies: list(
        'Packages that are installed on the build agent before the build steps. They become shell steps, in this order.',
        {
          of: 'BuildDependency',
          default: [],
          examples: [[{ type: 'debian-package', package: 'nodejs', version: '20.11.0' }]],
          engines: ['P30', 'P51'],
        },
      ),
      repository: part(
        'GitRepository',
        'Git repository of the source. It becomes the SCM section of the job; without it the job has no checkout.',
        {
          without: 'no checkout',
          examples: [{ git: 'git@github.com:example/web.git', branch: 'main' }],
          engines: ['P30', 'P51'],
        },
      ),
      paths: texts(
        'Patterns of the files whose changes start the job, relative to the repository: `*` stands for letters without `/`, `**` for folders, `?` for one letter. Builds of pull requests that change none of them end at once, as a success. The component becomes a pipeline, which looks at the changes itself.',
        {
          pattern: patterns.pathPattern,
          default: [],
          examples: [['services/web/**', 'package-lock.json']],
          since: '0.1.0',
        },
      ),
      pull_requests: part(
        'PullRequests',
        'Builds pull requests (merge requests, changes) of the repository before they are merged. It becomes the multibranch job `<component>-pull-requests`; for Gerrit, a pipeline of this name that votes.',
        {
          without: 'pull requests are not built',
          examples: [{ credentials: 'github-api', marker: 'package.json' }],
          since: '0.1.0',
        },
      ),
      commit_status: flag(
        'Whether the forge of the repository is told how the build of each commit goes, with the credential of `pull_requests` or of the server in `forges`. Builds of pull requests are reported in any case. The component becomes a pipeline.',
        { default: false, examples: [true], since: '0.1.0' },
      ),
      env: list('Environment variables of the build. They become the first step of the job.', {
        of: 'BuildVariable',
        default: [],
        examples: [[{ name: 'NODE_ENV', value: 'production' }]],
        engines: ['P30', 'P51'],
      }),
      build: list('The build steps, run in this order.', {
        of: 'BuildStep',
        default: [],
        examples: [[{ shell: 'npm ci' }, { shell: 'npm run package' }]],
        engines: ['P30', 'P51'],
      }),
      packages: texts(
        'Names of Debian packages that the component publishes, besides its own name, names that begin with it and a dash, and those that applications take from it. Packages of other names are refused.',
        {
          pattern: patterns.debianPackage,
          default: [],
          examples: [['libshop', 'libshop-dev']],
          since: '0.1.0',
        },
      ),
      artifacts: list(
        'Files that Jenkins keeps after a build. A component that keeps `*.deb` files also publishes them to the apt repository.',
        { of: 'Artifact', default: [], examples: [[{ location: '*.deb' }]], engines: ['P30', 'P51'] },
      ),
      test_results: texts(
        'Ant patterns of test results in the XML format of JUnit, relative to the workspace. They are published after the steps, also when a step failed: a failed test makes the build unstable, and a build without any result fails.',
        {
          minItems: 1,
          without: 'no test results are published',
          examples: [['build/test-results/**/*.xml', 'junit.xml']],
          since: '0.1.0',
        },
      ),
      coverage: list(
        'Reports of code coverage, published after the steps by the Coverage plugin, also when a step failed. A report that is not there fails the build.',
        {
          of: 'CoverageReport',
          default: [],
          examples: [[{ type: 'cobertura', location: 'coverage.xml' }]],
          since: '0.1.0',
        },
      ),
      publish: list(
        'What the component publishes to registries after its steps, unless one of them failed. A file that is there already with the same content is no failure. The credentials of a freestyle job are variables of all its steps.',
        {
          of: 'Publication',
          default: [],
          examples: [[{ type: 'npm', url: 'https://npm.example.com/', credentials: 'npm-token' }]],
          since: '0.1.0',
        },
      ),
      notifications: map(
        'Who is told about the results of the job: a map from the kind of notification to its addresses. `mail` becomes a mail publisher with one or more addresses, `slack` a publisher of Slack with one or more channels, where jenkins.bitesize has `slack`; other kinds are reported as not supported.',
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
        repository: { git: 'git@github.com:example/web.git' },
        build: [{ shell: 'make package' }],
        artifacts: [{ location: '*.deb' }],
      },
    ],
    snippets: [
      {
        label: 'component',
        description: 'A component that makes a Debian package',
        body: {
          name: '${1:name}',
          repository: { git: '${2:git@github.com:owner/name.git}', branch: '${3:main}' },
          build: [{ shell: '${4:make}' }],
          artifacts: [{ location: '${5:*.deb}' }],
        },
      },
    ],
  },
  BuildDependency: {
    description: 'A package that the build agent needs. It becomes one quoted install command.',
    fields: {
      type: choice('Kind of the package, which decides the installer.', {
        values: {
          'debian-package': 'A Debian package, installed with apt-get, or with dpkg from `location`.',
          'gem-package': 'A Ruby gem, installed with gem.',
          'pip-package': 'A Python package, installed with pip.',
        },
        required: true,
        examples: ['debian-package'],
        engines: ['P30', 'P51'],
      }),
      package: text('Name of the package.', {
        minLength: 1,
        without: 'the value of `pkg` or `name`, which mean the same',
        examples: ['nodejs'],
        engines: ['P30', 'P51'],
      }),
      pkg: text('Another spelling of `package`.', {
        minLength: 1,
        without: 'none: `package` is used',
        examples: ['nodejs'],
        engines: ['P30', 'P51'],
        deprecated: 'Write `package`.',
      }),
      name: text('Another spelling of `package`.', {
        minLength: 1,
        without: 'none: `package` is used',
        examples: ['nodejs'],
        engines: ['P30', 'P51'],
        deprecated: 'Write `package`.',
      }),
      version: text(
        'Version of the package. For a Debian package it may be the beginning of a version: `1.2` installs the newest `1.2*`.',
        { without: 'the newest version', examples: ['1.2.0', '8u77'], engines: ['P30', 'P51'] },
      ),
      location: text(
        'URL of a `.deb` file, for a Debian package that is in no repository. It becomes a download and `dpkg -i`.',
        {
          without: 'the package comes from a repository',
          examples: ['https://packages.example.com/pool/nodejs_5.9.0_amd64.deb'],
          engines: ['P30', 'P51'],
          secret: true,
        },
      ),
      repository: text(
        'Package repository to add first, for a Debian package: `ppa:owner/name`, a whole `deb ...` line, or a URL.',
        {
          without: 'the repositories of the agent',
          examples: ['ppa:ondrej/php', 'deb https://packages.example.com/apt stable main'],
          engines: ['P30', 'P51'],
          secret: true,
        },
      ),
      repository_key: text(
        'Key that signs `repository`: the URL of the key, or its id at keyserver.ubuntu.com.',
        {
          without: 'no key is added',
          examples: ['https://packages.example.com/apt/key.asc'],
          engines: ['P30', 'P51'],
        },
      ),
    },
    examples: [{ type: 'debian-package', package: 'nodejs', version: '20.11.0' }],
  },
  GitRepository: {
    description: 'A git repository.',
    fields: {
      git: text('URL of the repository, for ssh or https. It becomes the URL of the git SCM.', {
        minLength: 1,
        required: true,
        examples: ['git@github.com:example/web.git', 'https://github.com/example/web.git'],
        engines: ['P30', 'P51'],
        secret: true,
      }),
      branch: text('Branch to build.', {
        default: 'refs/heads/master',
        examples: ['main'],
        engines: ['P30', 'P51'],
      }),
      credentials: text('Id of the Jenkins credential for the checkout.', {
        default: 'seed-job-key',
        examples: ['web-deploy-key'],
        refers: 'credentials',
        engines: ['P30', 'P51'],
      }),
      forge: choice('What the repository is on, which decides about webhooks and pull requests.', {
        values: {
          github: 'GitHub, or a GitHub Enterprise server.',
          gitlab: 'GitLab.',
          bitbucket: 'Bitbucket Cloud or Data Center.',
          gerrit: 'Gerrit.',
        },
        without:
          'the host of the URL decides: `github.com`, `gitlab.com`, `bitbucket.org`, or a host with one of these words in it',
        examples: ['gitlab'],
        since: '0.1.0',
      }),
    },
    examples: [{ git: 'git@github.com:example/web.git', branch: 'main' }],
  },
};
