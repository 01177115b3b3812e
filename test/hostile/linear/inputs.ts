/** A kind of spec that is made to be costly: the files of a project, about as large as is asked for. */
export interface CostlyInput {
  readonly name: string;
  readonly files: (bytes: number) => Readonly<Record<string, string>>;
  /** From how many bytes on one sees whether its work grows faster than it does. */
  readonly visibleFrom?: number;
}

/** Returns as many lines as fit into so many bytes, each made of its number. */
function lines(bytes: number, line: (index: number) => string): string {
  const made: string[] = [];
  for (let size = 0, index = 0; size < bytes; index++) {
    const text = line(index);
    made.push(text);
    size += index === 0 ? 0 : text.length;
  }
  return made.join('');
}

function letters(bytes: number, piece = 'a'): string {
  return piece.repeat(Math.ceil(bytes / piece.length));
}

function build(text: string): Readonly<Record<string, string>> {
  return { 'build.bitesize': text };
}

function component(text: string): Readonly<Record<string, string>> {
  return build(`project: p\ncomponents:\n  - name: web\n${text}`);
}

function components(bytes: number, line: (index: number) => string) {
  return build(`project: p\ncomponents:\n${lines(bytes, line)}`);
}

function environments(text: string): Readonly<Record<string, string>> {
  return { 'environments.bitesize': `project: p\nenvironments:\n${text}` };
}

function services(bytes: number, line: (index: number) => string) {
  return environments(`  - name: dev\n    services:\n${lines(bytes, line)}`);
}

function service(text: string): Readonly<Record<string, string>> {
  return environments(`  - name: dev\n    services:\n      - name: web\n${text}`);
}

function applications(text: string): Readonly<Record<string, string>> {
  return { 'application.bitesize': `project: p\napplications:\n${text}` };
}

function jenkins(text: string): Readonly<Record<string, string>> {
  return { 'jenkins.bitesize': `project: p\njenkins:\n${text}` };
}

const shell = (text: string) => component(`    build:\n      - shell: "${text}"\n`);
const script = (text: string) =>
  component(`    build:\n      - shell: |\n${text.replaceAll(/^/gm, '          ')}\n`);

/** About YAML itself: what is written, before any schema sees it. */
const yaml: readonly CostlyInput[] = [
  { name: 'yaml: an open bracket', files: (b) => build(`a: [${letters(b, '[1, ')}`) },
  { name: 'yaml: an open quote', files: (b) => build(`a: "${letters(b, 'x\n')}`) },
  {
    name: 'yaml: an open quote, long lines',
    files: (b) => build(`${lines(b, () => `${letters(b / 100)}\n`)}b: "`),
  },
  { name: 'yaml: many brackets, then a mistake', files: (b) => build(`a: [${letters(b, '{b: 1}, ')}\nc`) },
  { name: 'yaml: nested brackets', files: (b) => build(letters(b, '[')) },
  { name: 'yaml: brackets of brackets', files: (b) => build(`a: [${letters(b, '[[[]]],\n')}]\n`) },
  { name: 'yaml: nested dashes', files: (b) => build(letters(b, '- ')) },
  { name: 'yaml: many deep lists', files: (b) => build(lines(b, () => `- ${letters(400, '- ')}\n`)) },
  { name: 'yaml: empty lines, two documents', files: (b) => build(`a: 1\n${letters(b, '\n')}---\nb: 1\n`) },
  {
    name: 'yaml: empty lines before two documents',
    files: (b) => build(`${letters(b, '\n')}a: 1\n---\nb: 1\n`),
  },
  { name: 'yaml: many documents', files: (b) => build(letters(b, '---\na: 1\n')) },
  { name: 'yaml: only separators', files: (b) => build(letters(b, '---\n')) },
  { name: 'yaml: carriage returns', files: (b) => build(`project: p\r${letters(b, 'a: 1\r')}`) },
  { name: 'yaml: one long plain text', files: (b) => build(`project: ${letters(b, 'a ')}\n`) },
  { name: 'yaml: one long quoted text', files: (b) => build(`project: "${letters(b, '\\u0041')}"\n`) },
  { name: 'yaml: a folded text', files: (b) => build(`project: >\n${letters(b, '  a\n\n')}`) },
  { name: 'yaml: a folded quoted text', files: (b) => build(`project: "${letters(b, ' a\n\n')}"\n`) },
  { name: 'yaml: a plain text of many lines', files: (b) => build(`project:\n${letters(b, '  a\n\n')}`) },
  { name: 'yaml: spaces', files: (b) => build(`project: a${letters(b, ' ')}b\n`) },
  {
    name: 'yaml: spaces at the ends of lines',
    files: (b) => build(lines(b, (i) => `a${i}: b${letters(100, ' ')}\n`)),
  },
  { name: 'yaml: comments', files: (b) => build(`project: p\n${letters(b, '# a\n')}`) },
  { name: 'yaml: one long comment', files: (b) => build(`project: p # ${letters(b)}\n`) },
  { name: 'yaml: a long key', files: (b) => build(`${letters(b)}: 1\n`) },
  { name: 'yaml: a long quoted key', files: (b) => build(`"${letters(b)}": 1\n`) },
  { name: 'yaml: keys twice', files: (b) => build(letters(b, 'a: 1\n')) },
  { name: 'yaml: keys that are lists', files: (b) => build(letters(b, '[a]: 1\n')) },
  { name: 'yaml: keys that are no keys', files: (b) => build(letters(b, 'a b c\n')) },
  { name: 'yaml: unknown aliases', files: (b) => build(`a:\n${lines(b, (i) => `  - *x${i}\n`)}`) },
  { name: 'yaml: unknown tags', files: (b) => build(`a:\n${lines(b, () => '  - !x 1\n')}`) },
  { name: 'yaml: anchors', files: (b) => build(`a:\n${lines(b, (i) => `  - &x${i} 1\n`)}`) },
  { name: 'yaml: control characters', files: (b) => build(`a:\n${lines(b, () => '  - "\\a"\n')}`) },
  {
    name: 'yaml: a long text, many times',
    files: (b) => build(`a: &a ${letters(b / 2)}\nb:\n${lines(b / 2, () => '  - *a\n')}`),
  },
  {
    name: 'yaml: a long name of many components',
    files: (b) =>
      build(`project: &a ${letters(b / 2)}\ncomponents:\n${lines(b / 2, () => '  - name: *a\n')}`),
  },
  {
    name: 'yaml: a long script of many components',
    files: (b) =>
      components(
        b / 2,
        (i) =>
          `  - name: c${i}\n    build:\n      - shell: ${i === 0 ? `&a "${letters(b / 2, 'make ')}"` : '*a'}\n`,
      ),
  },
  {
    name: 'yaml: merge keys',
    files: (b) =>
      build(`a: &a\n${lines(b / 2, (i) => `  k${i}: 1\n`)}b:\n${lines(b / 2, () => '  - <<: *a\n')}`),
  },
  {
    name: 'yaml: merge keys of one mapping',
    files: (b) =>
      build(`a: &a\n${lines(b / 2, (i) => `  k${i}: 1\n`)}b:\n${lines(b / 2, () => '  <<: *a\n')}`),
  },
  { name: 'yaml: merge keys that are none', files: (b) => build(`a:\n${lines(b, () => '  <<: 1\n')}`) },
  {
    name: 'yaml: a flow mapping in one line',
    files: (b) => build(`a: {${lines(b, (i) => `k${i}: 1, `)}}\n`),
  },
];

/** About schemas: fields and values that they do not have. */
const schema: readonly CostlyInput[] = [
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

/** About the rules: each with many findings, and with one value that is long. */
const rules: readonly CostlyInput[] = [
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

/** About secrets. */
const secrets: readonly CostlyInput[] = [
  {
    name: 'secrets: variables',
    files: (b) =>
      service(`        env:\n${lines(b, (i) => `          - {name: PASSWORD_${i}, value: xKq93jfPw2}\n`)}`),
  },
  { name: 'secrets: sshpass', files: (b) => shell(letters(b, 'sshpass ')) },
  { name: 'secrets: mysql', files: (b) => script(`${letters(b, 'mysql ')}\n -p`) },
  { name: 'secrets: curl', files: (b) => shell(letters(b, 'curl -u ')) },
  {
    name: 'secrets: assignments',
    files: (b) => script(lines(b, (i) => `export PASSWORD_${i}=xKq93jfPw2\n`)),
  },
  {
    name: 'secrets: one secret many times',
    files: (b) => script(lines(b, () => 'export PASSWORD=xKq93jfPw2\n')),
  },
  { name: 'secrets: equals', files: (b) => shell(letters(b, '=')) },
  { name: 'secrets: password words', files: (b) => shell(letters(b, 'password')) },
  { name: 'secrets: password words apart', files: (b) => shell(letters(b, 'password ')) },
  { name: 'secrets: names', files: (b) => shell(letters(b, 'A_')) },
  { name: 'secrets: dashes', files: (b) => shell(letters(b, '-')) },
  { name: 'secrets: options', files: (b) => shell(letters(b, '--token ')) },
  { name: 'secrets: urls', files: (b) => shell(letters(b, 'http://a:b@')) },
  { name: 'secrets: colons', files: (b) => shell(letters(b, '://')) },
  { name: 'secrets: letters before a url', files: (b) => shell(`${letters(b)}://`) },
  { name: 'secrets: quotes', files: (b) => shell(letters(b, "'")) },
  { name: 'secrets: braces', files: (b) => shell(letters(b, '${')) },
  { name: 'secrets: tokens', files: (b) => shell(letters(b, 'eyJ.')) },
  { name: 'secrets: keys', files: (b) => script(letters(b, '-----BEGIN PRIVATE KEY-----\n')) },
  { name: 'secrets: heredocs', files: (b) => script(lines(b, (i) => `cat <<E${i}\n`)) },
  { name: 'secrets: backslashes', files: (b) => script(letters(b, 'a \\\n')) },
  {
    name: 'secrets: a long value of a password',
    files: (b) => service(`        env:\n          - {name: PASSWORD, value: "${letters(b)}"}\n`),
  },
  {
    name: 'secrets: a long name of a password',
    files: (b) => service(`        env:\n          - {name: "${letters(b, 'pass_')}", value: xKq93jfPw2}\n`),
  },
  {
    name: 'secrets: braces of templates',
    files: (b) => service(`        env:\n          - {name: PASSWORD, value: "${letters(b, '{{')}"}\n`),
  },
  {
    name: 'secrets: words of a command',
    files: (b) => service(`        command:\n${lines(b, () => '          - --token\n')}`),
  },
  {
    name: 'secrets: random texts',
    files: (b) =>
      service(
        `        env:\n${lines(b, (i) => `          - {name: KEY_${i}, value: aB3dE6gH9jK2mN5pQ8s}\n`)}`,
      ),
  },
];

/** About names between files, and names that must be there once. */
const links: readonly CostlyInput[] = [
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

/** About what is found only when a project is lowered. */
const lowered: readonly CostlyInput[] = [
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

/** About comments that accept findings. */
const comments: readonly CostlyInput[] = [
  {
    name: 'comments: one above another',
    files: (b) => build(`project: p\n${letters(b, '# bitesize-ignore check/host: a\n')}`),
  },
  {
    name: 'comments: beside warnings',
    files: (b) =>
      services(b, (i) => `      - {name: s${i}, ssl: "true"} # bitesize-ignore spelling/quoted-boolean: a\n`),
  },
  {
    name: 'comments: beside texts',
    files: (b) =>
      component(`    build:\n${lines(b, () => '      - shell: "a" # bitesize-ignore check/host: a\n')}`),
  },
  {
    name: 'comments: of unknown codes',
    files: (b) => build(`project: p\n${letters(b, '# bitesize-ignore check/hots: a\n')}`),
  },
  {
    name: 'comments: a long unknown code',
    files: (b) => build(`project: p\n# bitesize-ignore ${letters(b)}: a\n`),
  },
  {
    name: 'comments: carriage returns',
    files: (b) => build(`project: p\r${letters(b, '# bitesize-ignore check/host: a\r')}`),
  },
  { name: 'comments: spaces', files: (b) => build(`project: p # bitesize-ignore\n# ${letters(b, ' ')}x\n`) },
  {
    name: 'comments: spaces before',
    files: (b) => build(`project: p${letters(b, ' ')}# bitesize-ignore check/host: a\n`),
  },
  { name: 'comments: hashes', files: (b) => build(`project: p # bitesize-ignore\n${letters(b, ' #')}\n`) },
];

/** All kinds of costly specs. */
export const costlyInputs: readonly CostlyInput[] = [
  ...yaml,
  ...schema,
  ...rules,
  ...secrets,
  ...links,
  ...lowered,
  ...comments,
];
