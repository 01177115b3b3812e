import {
  build,
  type CostlyInput,
  component,
  components,
  environments,
  letters,
  lines,
  services,
} from './costly-input.ts';

/** About YAML itself: what is written, before any schema sees it. */
export const yaml: readonly CostlyInput[] = [
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
  {
    name: 'yaml: entries without dashes',
    files: (b) => build(`a:\n  - b: 1\n    c: 1\n${letters(b, '    b: 1\n    c: 1\n')}`),
  },
  {
    name: 'yaml: entries of one key without dashes',
    files: (b) => build(`a:\n  - b: 1\n${letters(b, '    b: 1\n')}    c: 1\n`),
  },
  { name: 'yaml: keys twice', files: (b) => build(letters(b, 'a: 1\n')) },
  { name: 'yaml: keys that are lists', files: (b) => build(letters(b, '[a]: 1\n')) },
  { name: 'yaml: keys that are no keys', files: (b) => build(letters(b, 'a b c\n')) },
  { name: 'yaml: unknown aliases', files: (b) => build(`a:\n${lines(b, (i) => `  - *x${i}\n`)}`) },
  { name: 'yaml: unknown tags', files: (b) => build(`a:\n${lines(b, () => '  - !x 1\n')}`) },
  { name: 'yaml: anchors', files: (b) => build(`a:\n${lines(b, (i) => `  - &x${i} 1\n`)}`) },
  { name: 'yaml: marks on nothing', files: (b) => build(lines(b, (i) => `a${i}: &x${i}\n`)) },
  { name: 'yaml: marks on nothing in a list', files: (b) => build(`a:\n${lines(b, (i) => `  - &x${i}\n`)}`) },
  {
    name: 'yaml: entries of nothing behind comments',
    files: (b) => build(`a:\n${lines(b, () => '  # - a\n')}${lines(b, () => '  - #x\n')}`),
  },
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

/** About comments that accept findings. */
export const comments: readonly CostlyInput[] = [
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
    name: 'comments: one among many warnings',
    files: (b) =>
      environments(
        `  - name: dev\n    # bitesize-ignore check/host: a\n    services:\n${lines(b, (i) => `      - {name: s${i}, ssl: "true"}\n`)}`,
      ),
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
