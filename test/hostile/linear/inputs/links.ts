import {
  applications,
  type CostlyInput,
  components,
  environments,
  jenkins,
  letters,
  lines,
  service,
  services,
} from './costly-input.ts';

/** About names between files, and names that must be there once. */
export const links: readonly CostlyInput[] = [
  { name: 'links: components twice', files: (b) => components(b, () => '  - name: a\n') },
  { name: 'links: components', files: (b) => components(b, (i) => `  - name: c${i}\n`) },
  {
    name: 'links: wrong components',
    files: (b) => ({
      ...components(b / 2, (i) => `  - name: component-${i}\n`),
      ...applications(
        `  - name: a\n    runtime: b:1\n    dependencies:\n${lines(b / 2, (i) => `      - {name: d, type: debian-package, origin: {build: componnet-${i}}}\n`)}`,
      ),
    }),
  },
  {
    name: 'links: a long wrong component',
    files: (b) => ({
      ...components(1, () => `  - name: ${letters(b / 2)}\n`),
      ...applications(
        `  - name: a\n    runtime: b:1\n    dependencies:\n      - {name: d, type: debian-package, origin: {build: ${letters(b / 2)}b}}\n`,
      ),
    }),
  },
  {
    name: 'links: applications of services',
    visibleFrom: 24_000,
    files: (b) => ({
      ...applications(lines(b / 2, (i) => `  - {name: a${i}, runtime: "b:1"}\n`)),
      ...services(b / 2, (i) => `      - {name: s${i}, application: a${i}}\n`),
    }),
  },
  {
    name: 'links: wrong applications',
    files: (b) => ({
      ...applications(lines(b / 2, (i) => `  - {name: application-${i}, runtime: "b:1"}\n`)),
      ...services(b / 2, (i) => `      - {name: s${i}, application: applicatoin-${i}}\n`),
    }),
  },
  {
    name: 'links: environments',
    files: (b) => environments(lines(b, (i) => `  - {name: e${i}, next_environment: e${i + 1}}\n`)),
  },
  {
    name: 'links: wrong environments',
    files: (b) => environments(lines(b, (i) => `  - {name: environment-${i}, next_environment: x${i}}\n`)),
  },
  {
    name: 'links: environments of one folder',
    files: (b) =>
      environments(
        lines(b, (i) => `  - {name: "a${'-'.repeat(i % 90)}${'_'.repeat(Math.floor(i / 90) % 90)}"}\n`),
      ),
  },
  {
    name: 'links: one host',
    files: (b) => services(b, (i) => `      - {name: s${i}, external_url: a.example.com}\n`),
  },
  {
    name: 'links: gists',
    files: (b) =>
      service(
        `        volumes:\n${lines(b, (i) => `          - {name: v${i}, path: /${i}, type: configmap}\n`)}    gists:\n      - {name: g, path: a, type: configmap, files: [x]}\n`,
      ),
  },
  { name: 'links: services', files: (b) => services(b, (i) => `      - name: s${i}\n`) },
  {
    name: 'links: tests',
    files: (b) =>
      environments(
        `  - name: dev\n    tests:\n${lines(b, (i) => `      - {name: t${i}, repository: "git@a:b", branch: c, commands: [{shell: d}]}\n`)}`,
      ),
  },
  {
    name: 'links: views',
    files: (b) => jenkins(`  views:\n${lines(b, () => '    - {name: a, jobs: [b]}\n')}`),
  },
  {
    name: 'links: views of unknown jobs',
    files: (b) => ({
      ...components(1, () => '  - name: component\n'),
      ...jenkins(`  views:\n    - name: a\n      jobs:\n${lines(b, (i) => `        - componentt${i}\n`)}`),
    }),
  },
];
