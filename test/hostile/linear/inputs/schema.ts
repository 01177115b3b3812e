import {
  build,
  type CostlyInput,
  component,
  components,
  environments,
  letters,
  lines,
  service,
  services,
} from './costly-input.ts';

/** About schemas: fields and values that they do not have. */
export const schema: readonly CostlyInput[] = [
  { name: 'schema: unknown fields', files: (b) => component(lines(b, (i) => `    f${i}: 1\n`)) },
  {
    name: 'schema: unknown fields in one line',
    files: (b) => build(`{project: p, ${lines(b, (i) => `f${i}: , `)}}`),
  },
  {
    name: 'schema: fields that are nearly known',
    files: (b) => component(lines(b, (i) => `    buil${i}: 1\n`)),
  },
  {
    name: 'schema: spellings of one field',
    files: (b) =>
      component(
        lines(
          b,
          (i) =>
            `    ${'-'.repeat((i % 60) + 1)}n${'-'.repeat(Math.floor(i / 60) % 60)}a${'_'.repeat(Math.floor(i / 3600))}me: 1\n`,
        ),
      ),
  },
  {
    name: 'schema: fields far below the key that they belong to',
    files: (b) =>
      services(
        1,
        () =>
          `      - name: s\n        readiness_probe:\n${lines(b, (i) => `        x${i}:\n`)}        handler: 1\n`,
      ),
  },
  {
    name: 'schema: many keys without a value, then many unknown fields',
    files: (b) =>
      component(
        `${['handler', 'http_get', 'requests', 'limits', 'deployment'].map((key) => `    ${key}:\n`).join('')}${lines(b, (i) => `    x${i}: 1\n`)}`,
      ),
  },
  { name: 'schema: misspelt names', files: (b) => components(b, () => '  - nmae: x\n') },
  { name: 'schema: empty entries', files: (b) => components(b, () => '  -\n') },
  { name: 'schema: texts as entries', files: (b) => components(b, () => '  - a\n') },
  { name: 'schema: lists as entries', files: (b) => components(b, () => '  - [a]\n') },
  {
    name: 'schema: texts as build steps',
    files: (b) => component(`    build:\n${lines(b, () => '      - make\n')}`),
  },
  {
    name: 'schema: a list for each component',
    files: (b) => components(b, (i) => `  - name: c${i}\n    build: {a: 1}\n`),
  },
  {
    name: 'schema: repositories without a url',
    files: (b) => components(b, (i) => `  - name: c${i}\n    repository: {branch: a}\n`),
  },
  { name: 'schema: a long unknown field', files: (b) => component(`    ${letters(b)}: 1\n`) },
  {
    name: 'schema: long unknown fields',
    files: (b) => component(lines(b, (i) => `    ${letters(90)}${i}: 1\n`)),
  },
  {
    name: 'schema: wrong values',
    files: (b) => services(b, (i) => `      - {name: s${i}, replicas: x, ssl: x}\n`),
  },
  {
    name: 'schema: spaces in an enum',
    files: (b) => environments(`  - name: dev\n    deployment: {method: "a${letters(b, ' ')}b"}\n`),
  },
  {
    name: 'schema: misspelt methods',
    files: (b) => services(b, (i) => `      - {name: s${i}, deployment: {method: bluegren}}\n`),
  },
  { name: 'schema: a long number', files: (b) => service(`        replicas: ${letters(b, '1')}\n`) },
  { name: 'schema: a long list of ports', files: (b) => service(`        port: "${letters(b, '80,')}"\n`) },
  { name: 'schema: ports', files: (b) => service(`        port: [${letters(b, '80,')}]\n`) },
  { name: 'schema: ports that are none', files: (b) => service(`        port: [${letters(b, 'x,')}]\n`) },
  {
    name: 'schema: a free map',
    files: (b) =>
      service(`        type: mysql\n        options:\n${lines(b, (i) => `          k${i}: 1\n`)}`),
  },
  {
    name: 'schema: a long key above many values',
    files: (b) =>
      service(
        `        annotations:\n          ? "${letters(b / 2)}"\n          : {${lines(b / 2, (i) => `k${i}: 1,`)}}\n`,
      ),
  },
  {
    name: 'schema: empty texts far to the right',
    files: (b) =>
      build(
        `project: p\ncomponents:\n${letters(b / 2, ' ')}[${lines(b / 2, (i) => `{name: c${i}, os: ""},`)}]\n`,
      ),
  },
  {
    name: 'schema: quoted booleans',
    files: (b) => services(b, (i) => `      - {name: s${i}, ssl: "true"}\n`),
  },
  { name: 'schema: lists of one', files: (b) => services(b, (i) => `      - {name: [s${i}], ssl: true}\n`) },
  {
    name: 'schema: other letter cases',
    files: (b) => services(b, (i) => `      - {Name: s${i}, SSL: true}\n`),
  },
  {
    name: 'schema: options beside',
    files: (b) => services(b, (i) => `      - name: s${i}\n        type: mysql\n        iops: 1\n`),
  },
  {
    name: 'schema: resources',
    files: (b) => services(b, (i) => `      - name: s${i}\n        resources: {limits: {cpu: 1}}\n`),
  },
  {
    name: 'schema: health checks of environments',
    files: (b) =>
      environments(
        lines(
          b,
          (i) => `  - name: e${i}\n    health_check: {command: [a]}\n    services:\n      - name: s\n`,
        ),
      ),
  },
  {
    name: 'schema: one health check and many services',
    files: (b) => services(b, (i) => `      - name: s${i}\n`),
  },
  {
    name: 'schema: a long health check',
    files: (b) =>
      environments(
        `  - name: e\n    health_check:\n      command:\n${lines(b, () => '        - a\n')}    services:\n      - name: s\n`,
      ),
  },
];
