import { expect, it } from 'vitest';
import { checkSpec } from '../../../compiler/check/check-spec.ts';
import { specSchemas } from '../../../compiler/check/spec-schemas.ts';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import { parseYaml } from '../../../compiler/source/parse-source.ts';
import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';

const { schema: root } = specSchemas.jobs;

/** A list of a kind of job in which each entry is one thing of many, and a thing of it all of whose fields may be left out. */
interface Flag {
  readonly kind: string;
  readonly list: string;
  readonly thing: string;
}

function fieldsOf(node: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  return Object.entries(resolveSchema(node, root).properties ?? {}).map(([name, field]) => [
    name,
    resolveSchema(field, root),
  ]);
}

const kinds = fieldsOf({ $ref: '#/definitions/Job' });
const flags: readonly Flag[] = kinds.flatMap(([kind, job]) =>
  fieldsOf(job).flatMap(([list, field]) => {
    const entry = field.items && resolveSchema(field.items, root);
    if (entry?.['x-entry'] !== true) return [];
    return (
      fieldsOf(entry)
        // A text can stand in place of the fields of some.
        .filter(
          ([, thing]) =>
            thing.type === 'object' && thing['x-short'] === undefined && (thing.required ?? []).length === 0,
        )
        .map(([thing]) => ({ kind, list, thing }))
    );
  }),
);

function found(text: string): readonly Diagnostic[] {
  const { root: tree } = parseYaml({ name: 'jobs.bitesize', text });
  return tree === undefined
    ? []
    : checkSpec('jobs', tree).diagnostics.filter(({ code }) => code.startsWith('schema/'));
}

function spec({ kind, list, thing }: Flag, value: string): string {
  return `project: p\njobs:\n  - kind: ${kind}\n    name: j\n    ${list}:\n      - ${thing}: ${value}\n`;
}

it('every thing that needs no field can be switched on by its name alone, and says so to who writes `true`', () => {
  expect(flags.length).toBeGreaterThan(200);
  const wrong = flags.flatMap((flag) => {
    const text = spec(flag, 'true');
    const [mistake] = found(text).filter(({ help }) =>
      help.some((each) => each.includes(`- ${flag.thing}\``)),
    );
    const [edit] = mistake?.fixes[0]?.edits ?? [];
    if (edit === undefined) return [`${flag.kind} ${flag.list} ${flag.thing}: no fix`];
    const fixed = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    const left = found(fixed).filter(({ span }) => (span?.start ?? 0) >= edit.span.start - flag.thing.length);
    return left.map(({ code }) => `${flag.kind} ${flag.list} ${flag.thing}: ${code}`);
  });
  expect(wrong).toEqual([]);
});

it('a thing that is switched off is one to be removed', () => {
  const [off] = found(spec({ kind: 'freestyle', list: 'wrappers', thing: 'timestamps' }, 'no'));
  expect(off?.help).toEqual(['remove `timestamps`: what is not there is off']);
});

it('fields that stand one level too deep are to be written in place of what is around them', () => {
  const job = 'project: p\njobs:\n  - kind: matrix\n    name: m\n';
  const [one] = found(`${job}    execution_strategy:\n      combination_filter: a\n`);
  expect([one?.help, one?.fixes]).toEqual([
    ['write `combination_filter` in its place: nothing stands around it'],
    [],
  ]);
  // A name that is nearly that of a field which has them itself is only misspelt.
  const [thing] = found(`${job}    publishers:\n      - archve: {fingerprint: true, artifacts: x}\n`);
  expect(thing?.help).toEqual(['did you mean `archive`?']);
  const [wrapper] = found(`${job}    wrappers:\n      - xvbf: {timeout: 5}\n`);
  expect(wrapper?.help).toEqual(['did you mean `xvfb`?']);
  const [two] = found(`${job}    strategy: {sequential: true, combination_filter: a}\n`);
  expect(two?.help).toEqual([
    'write `sequential`, `combination_filter` in its place: nothing stands around them',
  ]);
});
