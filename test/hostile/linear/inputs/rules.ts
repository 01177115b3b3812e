import {
  type CostlyInput,
  component,
  components,
  environments,
  jenkins,
  letters,
  lines,
  service,
  services,
} from './costly-input.ts';

/** About the rules: each with many findings, and with one value that is long. */
export const rules: readonly CostlyInput[] = [
  {
    name: 'rules: odd blanks in a value',
    files: (b) => component(`    agent: a${'\u00a0'.repeat(b)}b\u200b\n`),
  },
  {
    name: 'rules: build dependencies',
    files: (b) =>
      component(
        `    dependencies:\n${lines(b, () => '      - {type: debian-package, package: a, pkg: b}\n')}`,
      ),
  },
  {
    name: 'rules: dead fields',
    files: (b) =>
      component(
        `    dependencies:\n${lines(b, () => '      - {type: debian-package, package: a, repository: b}\n')}`,
      ),
  },
  {
    name: 'rules: git urls',
    files: (b) => components(b, (i) => `  - {name: c${i}, repository: {git: git@a/b, branch: c}}\n`),
  },
  {
    name: 'rules: a long git url',
    files: (b) => component(`    repository: {git: "git@${letters(b)}", branch: c}\n`),
  },
  {
    name: 'rules: gradle options',
    files: (b) => component(`    build:\n${lines(b, () => '      - {shell: a, switches: b}\n')}`),
  },
  {
    name: 'rules: hosts',
    files: (b) => services(b, (i) => `      - {name: s${i}, external_url: "http://A/b"}\n`),
  },
  {
    name: 'rules: hosts of one service',
    files: (b) => service(`        external_url:\n${lines(b, (i) => `          - h${i}_.x\n`)}`),
  },
  {
    name: 'rules: a host of commas',
    files: (b) => service(`        external_url: ["${letters(b, 'a.b,')}"]\n`),
  },
  {
    name: 'rules: a host of colons',
    files: (b) => service(`        external_url: ["${letters(b, ':')}\\n"]\n`),
  },
  {
    name: 'rules: a host of digits',
    files: (b) => service(`        external_url: ["${letters(b, ':1')}x"]\n`),
  },
  { name: 'rules: a host of dots', files: (b) => service(`        external_url: ["${letters(b, 'a.')}"]\n`) },
  {
    name: 'rules: hpa',
    files: (b) => services(b, (i) => `      - {name: s${i}, hpa: {min_replicas: 9, max_replicas: 2}}\n`),
  },
  {
    name: 'rules: hpa targets',
    files: (b) =>
      services(
        b,
        (i) =>
          `      - {name: s${i}, hpa: {min_replicas: 1, max_replicas: 2, metric: {name: cpu, target_average_utilization: 1}}}\n`,
      ),
  },
  {
    name: 'rules: init containers',
    files: (b) =>
      service(`        init_containers:\n${lines(b, () => '          - {name: a, application: b}\n')}`),
  },
  { name: 'rules: job names', files: (b) => components(b, (i) => `  - {name: "c/${i}"}\n`) },
  { name: 'rules: a long job name', files: (b) => components(1, () => `  - {name: "${letters(b)}"}\n`) },
  { name: 'rules: folders', files: (b) => jenkins(`  folder: "${letters(b, 'a%/')}"\n`) },
  { name: 'rules: Kubernetes names', files: (b) => services(b, (i) => `      - {name: S_${i}}\n`) },
  {
    name: 'rules: a long Kubernetes name',
    files: (b) => environments(`  - name: dev\n    services:\n      - name: "${letters(b, 'a-')}"\n`),
  },
  {
    name: 'rules: ports twice',
    files: (b) => services(b, (i) => `      - {name: s${i}, port: [1, 1], ports: [2, 2]}\n`),
  },
  {
    name: 'rules: probes',
    files: (b) => services(b, (i) => `      - {name: s${i}, liveness_probe: {handler: {}}}\n`),
  },
  {
    name: 'rules: quantities',
    files: (b) =>
      services(b, (i) => `      - {name: s${i}, requests: {cpu: 2, memory: 1}, limits: {cpu: 1}}\n`),
  },
  {
    name: 'rules: a long quantity',
    files: (b) =>
      service(
        `        requests: {cpu: "${letters(b / 2, '1')}"}\n        limits: {cpu: "${letters(b / 2, '1')}"}\n`,
      ),
  },
  {
    name: 'rules: resource types',
    files: (b) => services(b, (i) => `      - {name: s${i}, type: mysqll}\n`),
  },
  { name: 'rules: a long resource type', files: (b) => service(`        type: ${letters(b)}\n`) },
  {
    name: 'rules: schedules',
    files: (b) => services(b, (i) => `      - {name: s${i}, type: cron, schedule: "a b"}\n`),
  },
  {
    name: 'rules: a long schedule',
    files: (b) => service(`        type: cron\n        schedule: "${letters(b, '1,')} * * * *"\n`),
  },
  {
    name: 'rules: a schedule of spaces',
    files: (b) => service(`        type: cron\n        schedule: "a${letters(b, ' ')}b"\n`),
  },
  {
    name: 'rules: a schedule of times',
    files: (b) => service(`        type: cron\n        schedule: "@every ${letters(b, '1m')}x"\n`),
  },
  {
    name: 'rules: a schedule of lines',
    files: (b) => jenkins(`  seed:\n    poll: "${letters(b, 'H * * * *\\n')}"\n`),
  },
  {
    name: 'rules: variables',
    files: (b) => service(`        env:\n${lines(b, () => '          - {name: "1", value: b}\n')}`),
  },
  {
    name: 'rules: variable forms',
    files: (b) =>
      service(`        env:\n${lines(b, () => '          - {secret: a, pod_field: b, value: "a/b/c"}\n')}`),
  },
  {
    name: 'rules: pod fields',
    files: (b) =>
      service(`        env:\n${lines(b, (i) => `          - {name: a${i}, pod_field: metadata.nam}\n`)}`),
  },
  {
    name: 'rules: a long pod field',
    files: (b) =>
      service(`        env:\n          - {name: a, pod_field: "metadata.labels['${letters(b)}"}\n`),
  },
  {
    name: 'rules: a long secret reference',
    files: (b) => service(`        env:\n          - {secret: a, value: "${letters(b, 'a.')}"}\n`),
  },
  {
    name: 'rules: volumes',
    files: (b) => service(`        volumes:\n${lines(b, (i) => `          - {name: v${i}, path: a}\n`)}`),
  },
  {
    name: 'rules: volumes at one place',
    files: (b) =>
      service(`        volumes:\n${lines(b, (i) => `          - {name: v${i}, path: /a, size: 1Gi}\n`)}`),
  },
  {
    name: 'rules: a path of slashes',
    files: (b) => service(`        volumes:\n          - {name: v, path: "${letters(b, '/')}a"}\n`),
  },
];
