import fc from 'fast-check';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SourceFile } from '../../compiler/text/span.ts';

export const kinds: readonly SpecKind[] = ['build', 'application', 'environments', 'jenkins'];

/** Every name of a field in any spec, and some that are none. */
const fieldNames = [
  ...new Set(
    kinds.flatMap((kind) => {
      const { schema } = specSchemas[kind];
      return [schema, ...Object.values(schema.definitions ?? {})].flatMap((node) =>
        Object.keys(node.properties ?? {}),
      );
    }),
  ),
  'mode',
  'target_cpu_utilization_percentage',
  '__proto__',
  'constructor',
  'toString',
  '<<',
  '$',
  '',
  '日本',
];

/** Scalars as somebody could write them: right, wrong and hostile. */
export const scalar: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '~',
      'null',
      'true',
      'yes',
      '"true"',
      "'2'",
      '0',
      '-1',
      '1.10',
      '010',
      '1e999',
      '0x1F',
      '.5',
      '99999999999999',
    ],
    ...[
      '2017-01-01',
      '12:30:45',
      '!!int 3',
      '!x y',
      '&a b',
      '*a',
      '[',
      '{',
      '[]',
      '{}',
      '[1, 2]',
      '{a: 1}',
      '|',
      '>',
      '- x',
    ],
    ...[
      '"\\u0000"',
      '"\\ud800"',
      '"a\\tb"',
      '"\\x07"',
      '# c',
      'a # c',
      '${HOME}',
      '$(id)',
      '../../x',
      'a/b:c',
      '%',
      '@',
      '`',
    ],
    ...[
      'web',
      'WEB_app',
      'bluegreen',
      'rolling-update',
      'cron',
      'mysql',
      '512Mi',
      '500m',
      'ReadWriteMany',
      'configmap',
    ],
    ...[
      'H/5 * * * *',
      'https://u:p@h/x',
      'a,b',
      '80,81',
      'H',
      'x'.repeat(300),
      '-----BEGIN PRIVATE KEY-----',
      "it's",
      '"',
    ],
  ),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.integer().map(String),
  fc.double().map(String),
);

/** Lines of a tree of fields and values, indented as YAML; deep enough to reach every kind of object. */
const tree: fc.Arbitrary<readonly string[]> = fc.letrec<{ node: readonly string[]; leaf: readonly string[] }>(
  (tie) => ({
    leaf: scalar.map((text) => [text]),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc
        .array(fc.tuple(fc.constantFrom(...fieldNames), tie('node')), { maxLength: 5 })
        .map((fields) => fields.flatMap(([name, lines]) => entry(`${name}:`, lines))),
      fc.array(tie('node'), { maxLength: 3 }).map((items) => items.flatMap((lines) => entry('-', lines))),
    ),
  }),
).node;

function entry(start: string, lines: readonly string[]): string[] {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return [`${start} ${only}`];
  return [start, ...lines.map((line) => `  ${line}`)];
}

/** Text that is YAML more often than not, with the fields of all specs in all places. */
export const randomYaml: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: tree.map((lines) => `${lines.join('\n')}\n`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('components', 'applications', 'environments', 'jenkins'), tree)
      .map(([list, lines]) => `project: shop\n${entry(`${list}:`, lines).join('\n')}\n`),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...'-: \n\t{}[],&*!|>\'"#%@`ab01'), maxLength: 300 }),
  },
);

/** One change to a text, as an editor or a bad merge makes it. */
type Mutation = (text: string, at: number, scrap: string) => string;

const mutations: readonly Mutation[] = [
  (text, at, scrap) => text.slice(0, at) + scrap + text.slice(at),
  (text, at, scrap) => text.slice(0, at) + text.slice(at + scrap.length + 1),
  (text, at, scrap) => text.slice(0, at) + scrap + text.slice(at + scrap.length),
  (text, at) => onLine(text, at, (line) => `  ${line}`),
  (text, at) => onLine(text, at, (line) => line.replace(/^ {1,2}/, '')),
  (text, at) => onLine(text, at, (line) => `${line}\n${line}`),
  (text, at) => onLine(text, at, () => ''),
  (text, at) => onLine(text, at, (line) => line.replace(/^ +/, '\t')),
  (text, at, scrap) => onLine(text, at, (line) => line.replace(/:.*/, `: ${scrap}`)),
  (text, at, scrap) => onLine(text, at, (line) => line.replace(/[\w]+:/, `${scrap}:`)),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text) => text.replaceAll('\n', '\r\n'),
];

function onLine(text: string, at: number, change: (line: string) => string): string {
  const lines = text.split('\n');
  const index = text.slice(0, at).split('\n').length - 1;
  return lines.map((line, number) => (number === index ? change(line) : line)).join('\n');
}

/** Returns one of the specs after one to four changes. */
export function mutated(specs: readonly SourceFile[]): fc.Arbitrary<SourceFile> {
  const change = fc.record({
    mutation: fc.constantFrom(...mutations),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    scrap: scalar,
  });
  return fc
    .tuple(fc.constantFrom(...specs), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([{ name, text }, changes]) => ({
      name,
      text: changes.reduce(
        (now, { mutation, at, scrap }) => mutation(now, Math.floor(at * now.length), scrap),
        text,
      ),
    }));
}
