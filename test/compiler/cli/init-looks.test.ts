import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Specs } from '../../../compiler/check/check-spec.ts';
import { main } from '../../../compiler/cli/main.ts';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { GitRepository } from './git-repository.ts';
import { inFolder, run, runOn, textOf } from './run.ts';

type Files = Readonly<Record<string, string>>;

const SPECS = ['build', 'application', 'environments', 'jenkins'].map((kind) => `${kind}.bitesize`);

/** What `init` made of a folder in memory: what it said, the specs, and how `check` and `compile` end. */
async function initialised(files: Files, ...argv: string[]) {
  const { code, output, errors, host } = await run(['init', ...argv], { files: inFolder('/project', files) });
  expect([code, errors]).toEqual([0, '']);
  const sources = SPECS.map((name) => ({ name, text: textOf(host, name) }));
  const { specs, diagnostics } = analyse(sources, { findPlaceholders: true });
  expect(diagnostics.filter(({ code: found }) => found !== 'check/todo')).toEqual([]);
  const compiled = await runOn(host, ['compile', '--out', 'out']);
  expect([compiled.code, compiled.errors]).toEqual([0, '']);
  return { output, host, specs };
}

const stepsOf = (specs: Specs, component: string) =>
  specs.build?.components
    .find(({ name }) => name.value === component)
    ?.build.map((step) => step.shell?.value ?? '')
    .join('');

const serviceOf = (specs: Specs, name: string) =>
  specs.environments?.environments[0]?.services.find((service) => service.name.value === name);

const componentOf = (specs: Specs, name: string) =>
  specs.build?.components.find((component) => component.name.value === name);

/** What is built for an image: component, folder and Dockerfile. */
const buildOf = (specs: Specs, name: string) => {
  const build = applicationOf(specs, name)?.build;
  return build && [build.component?.value, build.context.value, build.dockerfile.value];
};

const applicationOf = (specs: Specs, name: string) =>
  specs.application?.applications.find((application) => application.name.value === name);

const variablesOf = (specs: Specs, name: string) =>
  serviceOf(specs, name)?.env.map((variable) =>
    variable.secret === undefined
      ? `${variable.name?.value}=${variable.value?.value}`
      : `${variable.secret.value}: ${variable.value?.value}`,
  );

const texts = (host: MemoryHost) => SPECS.map((name) => textOf(host, name)).join('');

const node: Files = {
  'package.json': JSON.stringify({
    name: '@shop/web',
    engines: { node: '>=20.10' },
    scripts: { start: 'node server.js', build: 'tsc', test: 'vitest run' },
    dependencies: { express: '^4.0.0' },
  }),
  'package-lock.json': '{}',
  Dockerfile:
    'FROM node:20-alpine AS build\nRUN npm ci\n\nFROM build\nEXPOSE 3100\nCMD ["node", "server.js"]\n',
};

const python: Files = {
  'requirements.txt': 'celery==5.4\npytest\n',
  'worker.py': 'print(1)\n',
  '.python-version': '3.11.4\n',
};

describe('bitesize init looks at the repository', () => {
  it('knows a Node service', async () => {
    const { specs, output, host } = await initialised(node, '--name', 'shop');
    expect(stepsOf(specs, 'shop')).toBe(
      'npm ci\nnpm run build\nnpm run test -- --reporter=default --reporter=junit --outputFile.junit=junit.xml\n',
    );
    expect(componentOf(specs, 'shop')).toMatchObject({
      image: { value: 'node:20-bookworm' },
      caches: [{ value: 'npm' }],
      test_results: [{ value: 'junit.xml' }],
      paths: [],
    });
    expect(buildOf(specs, 'shop')).toEqual([undefined, '.', 'Dockerfile']);
    expect(serviceOf(specs, 'shop')?.port.map(({ value }) => value)).toEqual([3100]);
    expect(output).toContain('found `shop`: Node (package.json)\n');
    // The repository has a Dockerfile, and no agent of one's own is needed.
    expect(textOf(host, 'Dockerfile')).toBe(node.Dockerfile);
    expect(output).not.toContain('Dockerfile\n');
    expect(texts(host)).not.toContain('agents:');
  });

  it('knows several components, databases and tests of GitLab in one repository', async () => {
    const { specs, output, host } = await initialised(
      {
        ...inFolder('web', node),
        ...inFolder('worker', python),
        'docker-compose.yml': `services:
  web:
    build: ./web
    ports: ["127.0.0.1:8080:3000/tcp"]
    environment: {DATABASE_URL: "postgres://shop:made-up@db/shop"}
  worker:
    build: {context: worker}
    environment: [QUEUE=redis://cache]
  db: {image: "postgis/postgis:16-3.4"}
  cache: {image: redis}
  mail: {image: mailhog/mailhog}
`,
        '.gitlab-ci.yml': 'e2e-test:\n  script:\n    - ./e2e.sh\n  rules: !reference [.rules, rules]\n',
      },
      '--name',
      'shop',
    );
    expect(specs.build?.components.map(({ name }) => name.value)).toEqual(['web', 'worker']);
    expect(
      ['web', 'worker'].map((name) => componentOf(specs, name)?.paths.map(({ value }) => value)),
    ).toEqual([['web/**'], ['worker/**']]);
    expect(buildOf(specs, 'worker')).toEqual([undefined, 'worker', 'Dockerfile']);
    expect(textOf(host, 'worker/Dockerfile')).toBe(`FROM python:3.11-bookworm AS build
WORKDIR /srv/app
COPY . .
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH
ENV PYTHONUNBUFFERED=1
WORKDIR /srv/app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/app /srv/app
# A number, so that Kubernetes sees that it is not root.
USER 1000
CMD ["python", "worker.py"]
`);
    expect(textOf(host, 'worker/Dockerfile.dockerignore')).toMatch(/^\.git$/m);
    expect(serviceOf(specs, 'web')).toMatchObject({ port: [{ value: 3000 }] });
    expect(serviceOf(specs, 'web')?.external_url).toHaveLength(1);
    expect(serviceOf(specs, 'worker')?.external_url).toEqual([]);
    // What runs in the cluster is what the file runs: nothing that a controller of somebody else has to make.
    expect(['db', 'cache'].map((name) => serviceOf(specs, name)?.image?.value)).toEqual([
      'postgis/postgis:16-3.4',
      'redis:7.4',
    ]);
    expect(textOf(host, 'environments.bitesize')).toContain(
      'redis:7.4 # docker-compose.yml, which names no version\n',
    );
    expect(specs.application?.applications.map(({ name }) => name.value)).toEqual(['web', 'worker']);
    expect(serviceOf(specs, 'db')?.volumes).toMatchObject([{ path: { value: '/var/lib/postgresql' } }]);
    expect(serviceOf(specs, 'cache')).toMatchObject({ port: [{ value: 6379 }], volumes: [] });
    expect(variablesOf(specs, 'db')).toEqual([
      'POSTGRES_PASSWORD: db/POSTGRES_PASSWORD',
      'PGDATA=/var/lib/postgresql/pgdata',
    ]);
    expect(variablesOf(specs, 'web')).toEqual(['DATABASE_URL: db/DATABASE_URL']);
    expect(variablesOf(specs, 'worker')).toEqual(['QUEUE=redis://cache']);
    expect(textOf(host, 'environments.bitesize')).toContain('postgres://shop:PASSWORD@db/shop\n');
    expect(texts(host)).not.toContain('made-up');
    expect(output).toContain('note: docker-compose.yml runs `mail` from the image `mailhog/mailhog`');
    expect(output).toContain('note: .gitlab-ci.yml tests in `e2e-test`: ./e2e.sh');
  });

  it('copies no value of a variable: it may be a secret', async () => {
    const { host } = await initialised({
      'package.json': node['package.json'] ?? '',
      'compose.yaml': 'services:\n  web: {build: ., environment: {API_KEY: kh3XbW2nQ}}\n',
    });
    expect(texts(host)).toContain('API_KEY');
    expect(texts(host)).not.toContain('kh3XbW2nQ');
  });

  it('takes passwords of databases out of Secrets, and copies what leads to the same place', async () => {
    const { specs, host } = await initialised(
      {
        'package.json': node['package.json'] ?? '',
        'api/main.py': '',
        'api/requirements.txt': 'flask\n',
        'compose.yaml': `services:
  web:
    build: .
    environment:
      DB_HOST: orders
      DB_PORT: 3306
      DB_USER: shop
      DB_PASSWORD: made-up-1
      ORDERS: mysql://shop:made-up-1@orders/shop?ssl=1
      LIMIT: shop
      ADMIN_USER: root
      SPRING_DATASOURCE_URL: jdbc:mysql://orders:3306/shop
  api:
    build: ./api
    environment: {ORDERS: "mysql://api:made-up-2@orders/api"}
  orders:
    image: mysql:8.4
    environment: {MYSQL_USER: shop, MYSQL_PASSWORD: made-up-1, MYSQL_ALLOW_EMPTY_PASSWORD: "yes", MYSQL_DATABASE: "\${DB}"}
  queue: {image: "valkey/valkey:8", volumes: ["queue:/data"]}
  own: {image: bitnami/postgresql}
`,
      },
      '--name',
      'shop',
    );
    expect(variablesOf(specs, 'web')).toEqual([
      'DB_HOST=orders',
      'DB_PORT=3306',
      'DB_USER=shop',
      'DB_PASSWORD: orders/MYSQL_PASSWORD',
      'ORDERS: orders/web.ORDERS',
      'ADMIN_USER=root',
      'SPRING_DATASOURCE_URL=jdbc:mysql://orders:3306/shop',
    ]);
    expect(variablesOf(specs, 'api')).toEqual(['ORDERS: orders/api.ORDERS']);
    expect(variablesOf(specs, 'orders')).toEqual([
      'MYSQL_USER=shop',
      'MYSQL_PASSWORD: orders/MYSQL_PASSWORD',
      'MYSQL_DATABASE: orders/MYSQL_DATABASE',
      'MYSQL_ROOT_PASSWORD: orders/MYSQL_ROOT_PASSWORD',
    ]);
    // A new disk has `lost+found` in it, and MySQL wants an empty folder.
    expect(serviceOf(specs, 'orders')?.command?.map(({ value }) => value)).toEqual([
      'docker-entrypoint.sh',
      'mysqld',
      '--datadir=/var/lib/mysql/data',
    ]);
    expect(serviceOf(specs, 'queue')?.volumes).toHaveLength(1);
    expect(serviceOf(specs, 'own')).toBeUndefined();
    expect(texts(host)).not.toContain('made-up');
  });

  it('knows workspaces of npm: what is run, from the top', async () => {
    const { specs, host } = await initialised({
      'package.json': '{"workspaces": ["packages/*"]}',
      'package-lock.json': '{}',
      'packages/util/package.json': '{"name": "util", "main": "index.js"}',
      'packages/api/package.json': '{"name": "api", "scripts": {"start": "nest start", "test": "jest"}}',
    });
    expect(specs.build?.components.map(({ name }) => name.value)).toEqual(['api']);
    expect(stepsOf(specs, 'api')).toMatch(/^npm ci\nnpm run test --workspace packages\/api\n/);
    expect(buildOf(specs, 'api')).toEqual([undefined, '.', 'packages/api/Dockerfile']);
    expect(textOf(host, 'packages/api/Dockerfile')).toContain(
      'WORKDIR /srv/app/packages/api\nCOPY --from=build /srv/app /srv/app\n',
    );
    expect(textOf(host, 'packages/api/Dockerfile')).toContain('CMD ["npm", "start"]\n');
    // A change of a package beside it may change what it does.
    expect(componentOf(specs, 'api')?.paths).toEqual([]);
  });

  it.each([
    [
      'Maven',
      {
        'pom.xml':
          '<project><parent><artifactId>spring-boot-starter-parent</artifactId></parent><artifactId>orders</artifactId><properties><java.version>17</java.version></properties><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>',
        mvnw: '',
        'src/test/java/OrdersTest.java': '',
      },
      './mvnw --batch-mode verify\n',
      ['maven:3-eclipse-temurin-17', 'maven', 'target/surefire-reports/*.xml'],
      'eclipse-temurin:17-jre',
    ],
    [
      'Gradle in Kotlin',
      {
        'build.gradle.kts':
          'plugins { id("org.springframework.boot") version "3.4.0" }\njava { toolchain { languageVersion = JavaLanguageVersion.of(21) } }\n',
        'settings.gradle.kts': '',
      },
      'gradle --no-daemon build\n',
      ['gradle:8-jdk21', 'gradle', undefined],
      'eclipse-temurin:21-jre',
    ],
    [
      'Go',
      { 'go.mod': 'module github.com/me/orders/v2\n\ngo 1.23\n', 'main.go': 'package main\n' },
      'go test ./...\n',
      ['golang:1.23-bookworm', 'go', undefined],
      'gcr.io/distroless/static-debian12',
    ],
    [
      'Ruby',
      {
        Gemfile: 'ruby "~> 3.3.1"\ngem "rails"\ngem "rspec_junit_formatter"\n',
        'bin/rails': '',
        'spec/a_spec.rb': '',
      },
      'bundle install\nbundle exec rspec --format progress --format RspecJunitFormatter --out junit.xml\n',
      ['ruby:3.3-bookworm', 'bundler', 'junit.xml'],
      'ruby:3.3-bookworm',
    ],
    [
      'Python with pyproject.toml',
      {
        'pyproject.toml':
          '[project]\nname = "orders"\nrequires-python = ">=3.10"\ndependencies = ["fastapi", "uvicorn"]\n[project.scripts]\norders = "orders:main"\n',
        'conftest.py': '',
      },
      'python -m venv .venv\n.venv/bin/pip install --quiet pytest .\n.venv/bin/python -m pytest --junit-xml=junit.xml\n',
      ['python:3.10-bookworm', 'pip', 'junit.xml'],
      'python:3.10-slim-bookworm',
    ],
  ] as const)('knows %s', async (_name, files, steps, [image, cache, results], runtime) => {
    const { specs, host } = await initialised(files as Files, '--name', 'orders');
    expect(stepsOf(specs, 'orders')).toBe(steps);
    expect(componentOf(specs, 'orders')).toMatchObject({
      image: { value: image },
      caches: [{ value: cache }],
    });
    const found = componentOf(specs, 'orders')?.test_results?.map(({ value }) => value);
    expect(found).toEqual(results === undefined ? [] : [results]);
    const dockerfile = textOf(host, 'Dockerfile');
    expect(dockerfile).toMatch(new RegExp(`^FROM ${image} AS build\nWORKDIR /srv/app\nCOPY [.] [.]\nRUN `));
    expect(dockerfile).toContain(`\nFROM ${runtime}\n`);
    expect(dockerfile).toMatch(/^USER 1000\n(EXPOSE \d+\n)?CMD \[".*"\]\n$/m);
  });

  it.each([
    ['>=3.10', 'python:3.12-bookworm'],
    ['^3.10', 'python:3.12-bookworm'],
    ['==3.10.*', 'python:3.10-bookworm'],
  ])('takes the version of a Dockerfile where the language says %s', async (range, image) => {
    const { specs } = await initialised({
      'pyproject.toml': `[project]\nname = "orders"\nrequires-python = "${range}"\n`,
      'main.py': '',
      'conftest.py': '',
      Dockerfile: 'FROM python:3.12-alpine\n',
    });
    expect(componentOf(specs, 'project')?.image?.value).toBe(image);
  });

  it.each([
    ['node --test', '--test-reporter=spec', 'junit.xml'],
    ['node --experimental-strip-types --test', '--test-reporter=junit', 'junit.xml'],
    ['jest --ci', '--reporters=jest-junit', 'junit.xml'],
    ['node --test test/', '', undefined],
    ['vitest run && eslint .', '', undefined],
    ['mocha', '', undefined],
  ])('lets `%s` write results where it can', async (test, flag, results) => {
    const { specs } = await initialised({
      'package.json': JSON.stringify({
        scripts: { start: 'node .', test },
        devDependencies: { 'jest-junit': '16' },
      }),
    });
    const [found] = componentOf(specs, 'project')?.test_results ?? [];
    expect(found?.value).toBe(results);
    expect(stepsOf(specs, 'project')).toContain(flag === '' ? 'npm run test\n' : flag);
  });

  it('builds each Dockerfile that Docker Compose names, from where it says', async () => {
    const { specs, output } = await initialised(
      {
        ...node,
        'deploy/proxy.Dockerfile': 'FROM nginx:1.29\nCOPY deploy/nginx.conf /etc/nginx/\nEXPOSE 8081\n',
        'jobs/Dockerfile': 'FROM alpine:3.22\nCOPY cron.sh /\n',
        'compose.yaml': `services:
  web: {build: {context: ., target: dev}}
  mailer: {build: ., command: node mailer.js}
  proxy: {build: {context: ., dockerfile: deploy/proxy.Dockerfile}}
  far: {build: ../elsewhere}
`,
      },
      '--name',
      'shop',
    );
    expect(
      specs.application?.applications.map(({ name }) => [name.value, buildOf(specs, name.value)]),
    ).toEqual([
      ['web', [undefined, '.', 'Dockerfile']],
      ['proxy', ['web', '.', 'deploy/proxy.Dockerfile']],
      ['jobs', [undefined, 'jobs', 'Dockerfile']],
    ]);
    expect(componentOf(specs, 'jobs')).toMatchObject({ build: [], paths: [{ value: 'jobs/**' }] });
    expect(serviceOf(specs, 'mailer')).toMatchObject({
      application: { value: 'web' },
      command: [{ value: 'node' }, { value: 'mailer.js' }],
    });
    expect(serviceOf(specs, 'proxy')?.port.map(({ value }) => value)).toEqual([8081]);
    expect(output).toContain('note: compose.yaml builds `web` up to the stage `dev`');
  });

  it('builds from the top what copies files of the top', async () => {
    const { specs } = await initialised({
      ...node,
      'docker/Dockerfile': 'FROM node:20\nCOPY --chown=node package.json ./\nCOPY --from=build /x /y\n',
    });
    expect(buildOf(specs, 'docker')).toEqual([undefined, '.', 'docker/Dockerfile']);
  });

  it('takes the tests of another CI system where the language names none', async () => {
    const { specs } = await initialised({
      'package.json': '{"scripts": {"start": "node ."}}',
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@v4\n      - run: npx c8 node --test\n',
    });
    expect(stepsOf(specs, 'project')).toContain('npx c8 node --test\n');
  });

  it('works on what is broken, and says what it could not read', async () => {
    const { output } = await initialised({
      'package.json': '{"name": ',
      'pyproject.toml': '= broken',
      'pom.xml': '<html/>',
      'go.mod': '',
      Gemfile: '\u0000',
      'docker-compose.yml': 'services: [\n',
      '.gitlab-ci.yml': '- a: b\n\tc',
      Dockerfile: 'FROM\nEXPOSE 99999999\nCMD [',
    });
    for (const name of [
      'package.json',
      'pyproject.toml',
      'pom.xml',
      'go.mod',
      'docker-compose.yml',
      '.gitlab-ci.yml',
    ])
      expect(output).toMatch(new RegExp(`^could not read \`${name.replaceAll('.', '\\.')}\`: `, 'm'));
  });

  it('lists what is left to do with its places, in an empty folder, too', async () => {
    const { output, host } = await initialised({});
    const lines = output.match(/^to do: .*$/gm) ?? [];
    expect(lines).toHaveLength(7);
    for (const line of lines) {
      const [, file = '', number = ''] = /^to do: (\S+?):(\d+): /.exec(line) ?? [];
      expect(textOf(host, file).split('\n')[Number(number) - 1]).toContain('# TODO: ');
    }
    expect(output).toMatch(
      /next: bitesize compile \. --out out {3}\(out\/kubernetes\/jenkins\/README\.md .*\)\n$/,
    );
  });

  it('has nothing to say of what the command line says', async () => {
    const { output, specs } = await initialised(
      node,
      ...['--name', 'shop', '--git', 'git@github.com:me/shop.git', '--registry', 'ghcr.io/me'],
      ...['--host', 'shop.me.io', '--port', '9000', '--branch', 'trunk'],
    );
    expect(output).not.toContain('to do: ');
    expect(specs.build?.components[0]?.repository).toMatchObject({
      git: { value: 'git@github.com:me/shop.git' },
      branch: { value: 'trunk' },
    });
    expect(serviceOf(specs, 'shop')?.port.map(({ value }) => value)).toEqual([9000]);
  });

  it('writes a Dockerfile of the image that the command line names', async () => {
    const files = { 'package.json': node['package.json'] ?? '', 'package-lock.json': '{}' };
    const { host, output } = await initialised(
      files,
      '--runtime',
      'gcr.io/distroless/nodejs20',
      '--port',
      '9000',
    );
    expect(output).toContain('wrote Dockerfile\nwrote Dockerfile.dockerignore\n');
    expect(textOf(host, 'Dockerfile')).toMatch(
      /^FROM node:20-bookworm AS build\n[\s\S]*\nFROM gcr\.io\/distroless\/nodejs20\n[\s\S]*\nEXPOSE 9000\n/,
    );
  });

  it('leaves what a Docker build leaves out to the file that is there', async () => {
    const files = { 'package.json': node['package.json'] ?? '', '.dockerignore': 'docs\n' };
    const { host, output } = await initialised(files);
    expect(output).toContain('wrote Dockerfile\n');
    expect(output).not.toContain('dockerignore');
    expect(textOf(host, '.dockerignore')).toBe('docs\n');
  });

  it('follows no link out of the folder, and reads no huge file', async () => {
    const host = createMemoryHost({
      files: {
        '/outside/package.json': node['package.json'] ?? '',
        '/project/requirements.txt': `# ${'x'.repeat(2_000_000)}\nflask\n`,
      },
    });
    host.files.makeLink('/outside', '/project/web');
    host.files.makeLink('/outside/package.json', '/project/package.json');
    expect(await main(['init'], host)).toBe(0);
    expect(host.output()).toContain('could not read `requirements.txt`: it has more than 1 MiB\n');
    expect(host.output()).not.toContain('Node');
  });
});

describe('questions of bitesize init', () => {
  const asking = (answers: readonly (string | undefined)[]) => {
    const asked: string[] = [];
    const memory = createMemoryHost({ terminal: true });
    const ask = async (question: string) => {
      asked.push(question);
      return answers[asked.length - 1];
    };
    return { asked, memory, host: { ...memory, ask } };
  };

  it('are asked at a terminal; what is no answer is asked again', async () => {
    const { host, memory, asked } = asking([
      'git@github.com:me/shop.git',
      'not a registry',
      'ghcr.io/me',
      '',
    ]);
    expect(await main(['init'], host)).toBe(0);
    expect(asked).toHaveLength(4);
    expect(asked[1]).toBe('Registry that images are pushed to (Enter: ghcr.io/me): ');
    expect(textOf(memory, 'jenkins.bitesize')).toContain('push: ghcr.io/me\n');
    expect(textOf(memory, 'environments.bitesize')).toContain('project.example.com # TODO: ');
  });

  it('are not asked with an option', async () => {
    const { host, asked } = asking([]);
    expect([await main(['init', '--name', 'shop'], host), asked]).toEqual([0, []]);
  });

  it('leave nothing behind after Ctrl-C', async () => {
    const { host, memory } = asking([undefined]);
    expect([await main(['init', 'new'], host), memory.errors()]).toEqual([
      3,
      'error: stopped: nothing was written\n',
    ]);
    expect(memory.files.status('new').ok).toBe(false);
  });
});

describe('bitesize init in a checkout', () => {
  let repository = new GitRepository();
  afterEach(() => {
    repository.remove();
    repository = new GitRepository();
  });

  it('takes the remote and the branch, and looks at all of it for specs in a folder of their own', async () => {
    repository.write(inFolder('services/web', node));
    repository.git('remote', 'add', 'origin', 'git@gitlab.com:me/shop.git');
    repository.git('checkout', '--quiet', '-b', 'trunk');
    const { code, output } = await repository.bitesize('init', 'delivery');
    expect([code, output]).toEqual([
      0,
      expect.stringContaining('found `web`: Node (services/web/package.json)\n'),
    ]);
    expect(output).toContain('advice: put `out/` into .gitignore');
    const specs = await repository.bitesize('check', 'delivery', '--report', 'json');
    expect(JSON.parse(specs.output).diagnostics ?? JSON.parse(specs.output).findings).toHaveLength(1);
    expect(repository.git('config', '--get', 'remote.origin.url')).toContain('me/shop');
  });

  it.each([
    ['git@gitlab.com:Me/group/shop.git', 'registry.gitlab.com/me/group/shop'],
    ['https://github.com/me/shop', 'ghcr.io/me'],
  ])('takes the registry that comes with %s, and its login', async (url, registry) => {
    repository.write(node);
    repository.git('remote', 'add', 'origin', url);
    const { output } = await repository.bitesize('init', '--name', 'shop');
    expect(output).toContain(`assumed the registry \`${registry}\`\n`);
    expect(output).not.toContain('jenkins.bitesize:');
    await repository.bitesize('compile', '--out', 'out');
    const guide = readFileSync(join(repository.folder, 'out/kubernetes/jenkins/README.md'), 'utf8');
    for (const namespace of ['shop-dev', 'shop-prd', 'shop-jenkins', 'shop-jenkins-privileged'])
      expect(guide).toContain(`| ${namespace} | Secret | \`registry-login\` | \`.dockerconfigjson\` |`);
    expect(guide).not.toContain('(agent ');
  });

  it.each([
    ['git@github.com:me/shop.git', [undefined, 'github-api'], []],
    ['https://github.com/me/shop.git', ['github-api', 'github-api'], []],
    [
      'https://gitlab.com/me/shop.git',
      [undefined, undefined],
      [['gitlab', 'https://gitlab.com', 'gitlab-api']],
    ],
    ['git@bitbucket.org:me/shop.git', [undefined, 'bitbucket-api'], []],
    [
      'ssh://git@github.my-shop.io/me/shop.git',
      [undefined, undefined],
      [['github', 'https://github.my-shop.io', 'github-api']],
    ],
  ])('builds the pull requests of %s', async (url, [checkout, requests], servers) => {
    repository.write(node);
    repository.git('remote', 'add', 'origin', url);
    await repository.bitesize('init', '--name', 'shop', '--registry', 'ghcr.io/me', '--host', 'shop.me.io');
    const sources = SPECS.map((name) => ({
      name,
      text: readFileSync(join(repository.folder, name), 'utf8'),
    }));
    const { specs, diagnostics, project } = analyse(sources);
    // A host of one's own has a key that only a person can vouch for.
    expect(diagnostics.filter(({ code }) => code !== 'check/host-key')).toEqual([]);
    expect(componentOf(specs, 'shop')?.repository?.credentials.value).toBe(checkout ?? 'seed-job-key');
    expect(componentOf(specs, 'shop')?.pull_requests?.credentials?.value).toBe(requests);
    expect(project.requests.map(({ marker }) => marker?.value)).toEqual(['Dockerfile']);
    expect(
      specs.jenkins?.jenkins.forges.map(({ name, url: server, credentials }) => [
        name.value,
        server.value,
        credentials?.value,
      ]),
    ).toEqual(servers);
  });

  it('writes Dockerfiles beside specs that are in a folder of their own', async () => {
    repository.write({ 'services/web/package.json': node['package.json'] ?? '' });
    repository.git('remote', 'add', 'origin', 'git@github.com:me/shop.git');
    const { output } = await repository.bitesize('init', 'delivery/specs');
    expect(output).toContain('wrote delivery/specs/web.Dockerfile\n');
    const text = readFileSync(join(repository.folder, 'delivery/specs/application.bitesize'), 'utf8');
    expect(text).toContain('      dockerfile: ../../delivery/specs/web.Dockerfile\n');
    expect(text).toContain('      context: services/web\n');
    const { code } = await repository.bitesize('check', 'delivery/specs');
    expect(code).toBe(0);
  });

  it('enters the folder that it stands in', async () => {
    repository.write(inFolder('services/web', node));
    const { code } = await repository.bitesize('init', 'services/web', '--registry', 'ghcr.io/me');
    expect(code).toBe(0);
    const { output } = await repository.bitesize('compile', 'services/web', '--out', 'out');
    expect(output).toContain('changed');
    const jobs = spawnSync('cat', ['out/jenkins/pipelines/web.groovy'], {
      cwd: repository.folder,
      encoding: 'utf8',
    }).stdout;
    expect(jobs).toContain('cd services/web\nnpm ci\n');
  });

  it.each(['ext::sh -c true', 'https://me:secret@git.my-shop.io/x.git', 'htps://git.my-shop.io/x.git'])(
    'takes no remote that nobody could fetch from: %s',
    async (url) => {
      repository.git('config', 'remote.origin.url', url);
      await repository.bitesize('init');
      const { output } = await repository.bitesize('check', '--report', 'json');
      expect(output).not.toContain('secret');
      expect(JSON.stringify(JSON.parse(output))).toContain('check/todo');
      expect(output).not.toContain('check/git-url');
    },
  );
});

it('writes what has no error, whatever is in the folder', async () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('test', 'npm test', ': #', '- x', '"', "'"),
  );
  const manifest = fc.record(
    {
      name: word,
      main: word,
      scripts: fc.record({ start: word, test: word, build: word }, { requiredKeys: [] }),
      dependencies: fc.constantFrom({}, { express: '1' }),
      engines: fc.record({ node: word }),
    },
    { requiredKeys: [] },
  );
  const compose = fc.record({
    services: fc.dictionary(
      word,
      fc.record(
        {
          build: fc.constantFrom('.', './a', '../..'),
          image: fc.oneof(word, fc.constantFrom('postgres:16', 'redis', 'mysql:8@sha256:0')),
          ports: fc.array(fc.oneof(word, fc.constantFrom('80', '1:2', '99999'))),
          environment: fc.dictionary(word, word),
        },
        { requiredKeys: [] },
      ),
      { maxKeys: 4 },
    ),
  });
  const python = fc.record({
    project: fc.record({ name: word, scripts: fc.dictionary(word, word, { maxKeys: 2 }) }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[a-zA-Z0-9][ -.0-~]{0,80}$/),
      fc.option(manifest),
      fc.option(compose),
      fc.option(python),
      fc.array(fc.tuple(word, word), { maxLength: 3 }),
      async (name, json, yaml, toml, files) => {
        const odd = files.map(
          ([path, text]) => [`/project/${path.replaceAll('/', '_').replaceAll('\0', '_')}`, text] as const,
        );
        const host = createMemoryHost({
          files: {
            ...Object.fromEntries(odd.filter(([path]) => !/(^|\/)\.{0,2}$/.test(path))),
            ...(json === null
              ? {}
              : {
                  '/project/a/package.json': JSON.stringify(json),
                  '/project/package.json': JSON.stringify(json),
                }),
            ...(yaml === null
              ? {}
              : {
                  '/project/compose.yaml': JSON.stringify(yaml),
                  '/project/.gitlab-ci.yml': JSON.stringify({ test: { script: Object.keys(yaml.services) } }),
                }),
            ...(toml === null
              ? {}
              : {
                  '/project/b c/pyproject.toml': JSON.stringify(toml),
                  '/project/b/requirements.txt': 'flask',
                }),
          },
        });
        expect([await main(['init', '--name', name], host), host.errors()]).toEqual([0, '']);
        const sources = SPECS.map((spec) => ({ name: spec, text: textOf(host, spec) }));
        const { diagnostics } = analyse(sources, { findPlaceholders: true });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      },
    ),
    { seed: 11, numRuns: 100 },
  );
});
