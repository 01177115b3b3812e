import { describe, expect, it } from 'vitest';
import { jobsOf } from './lowered-jobs.ts';

/** What is said of the tools of a component with these steps, or of its further fields. */
function said(steps: readonly string[], fields = '', agents = ''): string {
  const build = `project: shop
components:
  - name: web
${fields}    build: ${JSON.stringify(steps.map((shell) => ({ shell })))}
`;
  const { toolMessages } = jobsOf({ build, jenkins: `project: shop\njenkins: {agents: [${agents}]}\n` });
  const found = toolMessages;
  expect(found.length).toBeLessThan(2);
  return /has no (.*), which/.exec(found[0] ?? '')?.[1]?.replaceAll('`', '') ?? '';
}

describe('the default agent lacks', () => {
  it.each([
    ['make', 'make'],
    ['cd src && make -j4', 'make'],
    ['NODE_ENV=test npm ci', 'npm'],
    ['sudo mvn package', 'sudo and mvn'],
    ['sudo -E -u root mvn package', 'sudo'],
    ['/usr/local/bin/fpm -s dir', 'fpm'],
    ['env CI=1 npm test', 'npm'],
    ['exec python3 run.py', 'python3'],
    ['apt-get install -y git', 'root for apt-get'],
    ['sudo apt-get install -y make\nmake', 'sudo'],
    ['# first\n\nmake # last', 'make'],
    ['for each in a b; do\n  npm pack $each\ndone', 'npm'],
    ['(cd web; npm ci)', 'npm'],
    ['{ npm ci; }', 'npm'],
    ['make | tee log', 'make'],
    ['cat > run.sh <<EOF\nnode app.js\nEOF\nnpm pack', 'npm'],
    ["cat > run.sh <<-'END'\n\tnode app.js\n\tEND\nnpm pack", 'npm'],
    ['echo "a $(date "+%Y") b"; gem build', 'gem'],
    ['docker build -t a .', 'docker'],
    ['make 2>&1 >/dev/null', 'make'],
    ['#!/usr/bin/env python3\nimport os', 'python3'],
    ['#!/bin/bash -e\nmake', 'make'],
    ['make \\\n  all', 'make'],
    ['set -e; make', 'make'],
  ])('%j: %s', (script, tools) => {
    expect(said([script])).toBe(tools);
  });

  it('what several steps need, each once, said once', () => {
    expect(said(['make', 'make install', 'npm ci'])).toBe('make and npm');
  });
});

describe('nothing is said of', () => {
  it.each([
    'git clone https://git.example.com/a.git && ./configure',
    './gradlew build',
    './make',
    'tools/npm ci',
    'if [ -f Makefile ]; then make; fi',
    'if make; then echo; fi',
    '[ -f Makefile ] && make',
    '[ -f Makefile ] && { make; }',
    '[ -f Makefile ] && ( make )',
    '[[ -f Makefile ]] && make',
    'make || true',
    '( make ) || true',
    '{ make; } || true',
    'make | tee log || true',
    '! make',
    'if ! command -v npm >/dev/null; then ./install.sh; fi\nnpm ci',
    'if ! which npm; then ./install.sh; fi\nnpm ci',
    'if [ -z "$(command -v npm)" ]; then ./install.sh; fi\nnpm ci',
    'if [[ -z `which npm` ]]; then ./install.sh; fi\nnpm ci',
    'NPM=$(which npm) || ./install.sh\nnpm ci',
    'npm --version || ./install.sh\nnpm ci',
    'if ! npm -v; then ./install.sh; fi\nnpm ci',
    'command -v make && make',
    'which make || exit 0\nmake',
    'test -x /usr/bin/make && make',
    'make() { echo; }\nmake',
    'make () {\n  npm ci\n}\n',
    'function build { npm ci; }',
    'build()\n{\n  npm ci\n}\n',
    'case $1 in make) npm ci;; *) node x;; esac',
    'case $1 in\n  npm)\n    make\n    ;;\nesac',
    'while read line; do make; done < list',
    'export PATH=$HOME/bin:$PATH\nmake',
    'PATH=$HOME/bin:$PATH make',
    '. ./env.sh\nnpm ci',
    'source env.sh; npm ci',
    'set +e\nmake',
    'eval "$(x)"; make',
    'alias make=true\nmake',
    'echo make; echo "make"; printf %s npm',
    'echo "\nmake\n"',
    '$MAKE all; "$NPM" ci; ${X:-make} y',
    'for make in npm node; do echo; done',
    'cat <<EOF\nmake\nEOF\n',
    "echo it's fine\nmake",
    '#!/bin/sh -e\n# make',
    '#!/usr/bin/perl\nmake',
    'git --version; curl -s x; java -version; tar xf a; sed -i s/a/b/ c',
    'ssh host make',
  ])('%j', (script) => {
    expect(said([script])).toBe('');
  });

  it('agents whose image is not known, or has the tool', () => {
    expect(said(['make'], '', '{name: generic, image: "registry.example.com/agent:1"}')).toBe('');
    expect(said(['npm ci'], '', '{name: generic, image: "jenkins/jnlp-agent-node:latest"}')).toBe('');
    expect(said(['make'], '', '{name: generic, image: "docker.io/jenkins/inbound-agent:latest-jdk21"}')).toBe(
      'make',
    );
    expect(
      said(['make'], '', '{name: generic, image: "jenkins/inbound-agent:windowsservercore-ltsc2022"}'),
    ).toBe('');
    expect(said(['python3 x'], '', '{name: generic, image: "jenkins/inbound-agent:rhel-ubi9"}')).toBe('');
  });

  it('agents that something else may have changed', () => {
    expect(said(['make'], '', '{name: generic, yaml: "spec: {hostname: x}"}')).toBe('');
    expect(said(['make'], '', '{name: generic, env: [{name: PATH, value: /tools}]}')).toBe('');
    expect(said(['make'], '    env: [{name: PATH, value: /tools}]\n')).toBe('');
  });
});

describe('dependencies', () => {
  it('need root, or sudo', () => {
    const gem = '    dependencies: [{type: gem-package, package: fpm}]\n';
    expect(said(['fpm -s dir', 'mvn package'], gem)).toBe('sudo, gem and mvn');
    expect(said(['fpm -s dir'], gem, '{name: generic, image: jenkins/jnlp-agent-ruby}')).toBe('');
    expect(said([], '    dependencies: [{type: pip-package, package: x}]\n')).toBe('sudo and pip');
  });

  it('of Debian may bring anything', () => {
    const deb = (more = '') => `    dependencies: [{type: debian-package, package: ruby}${more}]\n`;
    expect(said(['fpm -s dir', 'mvn package'], deb())).toBe('sudo');
    expect(said(['fpm -s dir'], deb(', {type: gem-package, package: fpm}'))).toBe('sudo');
  });
});

it('Gradle is needed where the wrapper is not used', () => {
  const messages = (step: string) =>
    jobsOf({ build: `project: shop\ncomponents: [{name: web, build: [${step}]}]\n` }).toolMessages;
  expect(messages('{gradle: {tasks: build}}')).toEqual([]);
  expect(messages('{gradle: {tasks: build, use_wrapper: false}}')).toEqual([
    'job/missing-tool: agent `generic` has no `gradle`, which component `web` needs',
  ]);
});

it('a test is looked at, too', () => {
  const environments = `project: shop
environments:
  - name: dev
    namespace: shop-dev
    tests: [{name: smoke, repository: "git@git.example.com:a/b.git", commands: [{shell: rake test}]}]
`;
  expect(jobsOf({ environments }).toolMessages).toContain(
    'job/missing-tool: agent `generic` has no `rake`, which test `dev-smoke` needs',
  );
});

it('a job that may run on several agents finds its tools on one of them', () => {
  const agents = '{name: own, label: generic, image: "registry.example.com/agent:1"}';
  expect(said(['make'], '', agents)).toBe('');
  expect(said(['npm ci'], '', '{name: own, label: generic, image: jenkins/jnlp-agent-node}')).toBe('');
  expect(said(['make'], '', '{name: own, label: generic, image: jenkins/jnlp-agent-node}')).toBe('make');
});

describe('a container beside the agent', () => {
  const found = (container: string, agent = 'own') =>
    jobsOf({
      build: `project: shop\ncomponents: [{name: web, agent: ${agent}, build: [{shell: python3 x}]}]\n`,
      jenkins: `project: shop\njenkins: {agents: [{name: own, containers: [${container}]}]}\n`,
    }).toolMessages;

  it('runs no steps, which is told once', () => {
    expect(found('{name: py, image: "python:3.12"}')).toEqual([
      'job/other-container: the steps of component `web` do not run in container `py` of agent `own`',
    ]);
  });

  it('is fine for what is no tool, and for jobs of others', () => {
    expect(found('{name: db, image: "postgres:16"}')).toEqual([
      'job/missing-tool: agent `own` has no `python3`, which component `web` needs',
    ]);
    expect(found('{name: py, image: "python:3.12"}', 'generic')).toEqual([
      'job/missing-tool: agent `generic` has no `python3`, which component `web` needs',
    ]);
  });
});

describe('in the images that steps name', () => {
  const found = (fields: string, build: string, jenkins = '{}') =>
    jobsOf({
      build: `project: shop\ncomponents:\n  - {name: web, ${fields}build: [${build}]}\n`,
      jenkins: `project: shop\njenkins: ${jenkins}\n`,
    }).toolMessages.map((message) =>
      message.replace('job/missing-tool: ', '').replace(', which component `web` needs', ''),
    );

  it.each([
    ['node:22', 'npm ci && yarn build && python3 x.py && make && git log', []],
    ['node:22', 'pip install x', ['image `node:22` has no `pip`']],
    ['node:22', 'corepack enable && pnpm install', []],
    ['node:22', 'pnpm install', ['image `node:22` has no `pnpm`']],
    ['node:22', 'sudo apt-get install -y jq', ['image `node:22` has no `sudo`']],
    ['node:22', 'apt-get update && apt-get install -y docker-cli && docker ps', []],
    ['node:22-slim', 'git describe && python3 x.py', ['image `node:22-slim` has no `git` and `python3`']],
    [
      'docker.io/library/node:lts-alpine3.23',
      'make',
      ['image `docker.io/library/node:lts-alpine3.23` has no `make`'],
    ],
    ['node:22-alpine', '#!/bin/bash -e\nnpm ci', ['image `node:22-alpine` has no `bash`']],
    ['node:16', 'python3 x.py && docker ps', []],
    ['python:3.13', 'python -m pip install x && pytest', []],
    ['python:3.13-slim', 'pip install -r x && make', ['image `python:3.13-slim` has no `make`']],
    ['golang:1.26', 'go build && make && npm ci', ['image `golang:1.26` has no `npm`']],
    ['golang:1.26-alpine', 'go build && git log', ['image `golang:1.26-alpine` has no `git`']],
    [
      'maven:3.9-eclipse-temurin-21',
      'mvn verify && npm ci',
      ['image `maven:3.9-eclipse-temurin-21` has no `npm`'],
    ],
    ['maven:3.9-amazoncorretto-21', 'mvn verify && npm ci', []],
    ['maven:3.6-jdk-11', 'npm ci', []],
    ['gradle:9-jdk21', 'gradle build && python3 x', []],
    ['registry.example.com/node:22', 'mvn verify', []],
    ['debian:13', 'make', []],
  ])('%s, %j: %j', (image, script, messages) => {
    expect(found(`image: "${image}", `, `{shell: ${JSON.stringify(script)}}`)).toEqual(messages);
  });

  it('each step is judged by where it runs, and each image is told once', () => {
    expect(
      found(
        'image: "node:22", dependencies: [{type: pip-package, package: x}], ',
        '{shell: npm ci}, {shell: npm ci, image: "python:3.13"}, {shell: mvn verify, image: "python:3.13"}, {shell: npm ci, container: jnlp}',
      ),
    ).toEqual([
      'agent `generic` has no `npm`',
      'image `node:22` has no `pip`',
      'image `python:3.13` has no `npm` and `mvn`',
    ]);
  });

  it('a container of the agent is judged by its image', () => {
    const jenkins =
      '{agents: [{name: own, containers: [{name: py, image: "python:3.13-slim"}, {name: x, image: own}]}]}';
    expect(found('agent: own, container: py, ', '{shell: make}', jenkins)).toEqual([
      'image `python:3.13-slim` has no `make`',
    ]);
    expect(found('agent: own, container: x, ', '{shell: make}', jenkins)).toEqual([]);
  });

  it.each([
    ['hadolint/hadolint:v2.14.0', 1],
    ['hadolint/hadolint:v2.14.0-alpine', 0],
    ['koalaman/shellcheck:v0.11.0', 1],
    ['koalaman/shellcheck-alpine:v0.11.0', 0],
    ['gcr.io/distroless/nodejs22-debian12:nonroot', 1],
    ['gcr.io/distroless/nodejs22-debian12:debug', 0],
  ])('%s has no shell: %i', (image, count) => {
    const { messages } = jobsOf({
      build: `project: shop\ncomponents:\n  - {name: web, image: "${image}", build: [{shell: x}]}\n`,
    });
    expect(messages.filter((message) => message.startsWith('job/image-without-shell'))).toHaveLength(count);
  });
});
