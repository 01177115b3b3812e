import {
  applications,
  type CostlyInput,
  component,
  components,
  environments,
  jenkins,
  letters,
  lines,
  script,
  service,
  services,
  shell,
} from './costly-input.ts';

/** About what is found only when a project is lowered. */
export const lowered: readonly CostlyInput[] = [
  {
    name: 'lowered: plugins',
    files: (b) => jenkins(`  plugins:\n${lines(b, (i) => `    - {id: gitt${i}}\n`)}`),
  },
  {
    name: 'lowered: plugins twice',
    files: (b) => jenkins(`  plugins:\n${lines(b, () => '    - {id: git}\n')}`),
  },
  {
    name: 'lowered: permissions',
    files: (b) =>
      jenkins(
        `  authorization:\n    groups:\n      - name: a\n        permissions:\n${lines(b, () => '          - Overall/Reda\n')}`,
      ),
  },
  {
    name: 'lowered: agents',
    files: (b) => jenkins(`  agents:\n${lines(b, (i) => `    - {label: a${i}, image: "b:1"}\n`)}`),
  },
  {
    name: 'lowered: credentials',
    files: (b) => jenkins(`  credentials:\n${lines(b, (i) => `    - {id: c${i}, type: text, secret: s}\n`)}`),
  },
  {
    name: 'lowered: variables of the controller',
    files: (b) => jenkins(`  env:\n${lines(b, (i) => `    - {name: V${i}, value: a}\n`)}`),
  },
  {
    name: 'lowered: unknown agents',
    files: (b) => ({ ...components(b, (i) => `  - {name: c${i}, agent: nodee}\n`) }),
  },
  {
    name: 'lowered: components',
    files: (b) =>
      components(
        b,
        (i) =>
          `  - name: c${i}\n    repository: {git: "git@a:b", branch: c}\n    build:\n      - shell: make\n`,
      ),
  },
  {
    name: 'lowered: backends',
    visibleFrom: 24_000,
    files: (b) =>
      services(
        b,
        (i) => `      - {name: s${i}, port: 80, backend: t${i}, external_url: h${i}.example.com}\n`,
      ),
  },
  {
    name: 'lowered: cron options',
    files: (b) =>
      services(
        b,
        (i) => `      - {name: s${i}, type: cron, schedule: "1 * * * *", options: {succesful: 1}}\n`,
      ),
  },
  { name: 'lowered: a long script', files: (b) => script(letters(b, 'make all\n')) },
  { name: 'lowered: a script of one line', files: (b) => shell(letters(b)) },
  { name: 'lowered: a script of quotes', files: (b) => shell(letters(b, "\\\\'$")) },
  {
    name: 'lowered: dependencies',
    files: (b) =>
      component(
        `    dependencies:\n${lines(b, (i) => `      - {type: debian-package, package: a${i}, version: "1"}\n`)}`,
      ),
  },
  {
    name: 'lowered: volumes',
    files: (b) =>
      service(
        `        port: 80\n        volumes:\n${lines(b, (i) => `          - {name: v${i}, path: /p${i}, size: 1Gi, modes: ReadWriteOnce}\n`)}`,
      ),
  },
  {
    name: 'lowered: services',
    files: (b) => services(b, (i) => `      - {name: s${i}, port: 80, external_url: h${i}.example.com}\n`),
  },
  {
    name: 'lowered: services of many environments',
    files: (b) =>
      environments(
        lines(
          b,
          (i) => `  - name: e${i}\n    namespace: n${i}\n    services:\n      - {name: web, port: 80}\n`,
        ),
      ),
  },
  {
    name: 'lowered: applications',
    files: (b) => applications(lines(b, (i) => `  - {name: a${i}, runtime: "b:1", command: run}\n`)),
  },
  {
    name: 'lowered: wrong images',
    files: (b) => applications(lines(b, (i) => `  - {name: a${i}, runtime: "B B"}\n`)),
  },
];
