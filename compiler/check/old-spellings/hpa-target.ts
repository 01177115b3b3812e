import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode, ScalarNode } from '../../source/node.ts';
import { columnOf, entrySpan, isBlockEntry, ownsItsLines, removeLines } from './edits.ts';
import { entryOf, type OldSpelling, type Respelled, renamedEntry, replaceEntry } from './old-spelling.ts';

const OLD = 'target_cpu_utilization_percentage';
const NEW = 'target_average_utilization';

/**
 * `target_cpu_utilization_percentage` of an HPA, the key of environment-operator up to 0.0.24. Later releases read
 * over it and aimed at 80 percent. The compiler goes on with the percentage that was written.
 */
export const hpaTarget: OldSpelling = { on: 'Hpa', keys: [OLD], apply: respellHpa };

/** The same key one level deeper, below `metric`. */
export const hpaMetricTarget: OldSpelling = { on: 'HpaMetric', keys: [OLD], apply: respellMetric };

function respellHpa(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, OLD);
  if (entry === undefined) return undefined;
  if (entryOf(owner, 'metric') !== undefined) {
    return { owner: replaceEntry(owner, entry, []), diagnostics: [withoutEffect(entry)] };
  }
  const word = (text: string): ScalarNode => ({ ...entry.key, text });
  const metric: MappingNode = {
    kind: 'mapping',
    span: entrySpan(entry),
    entries: [
      { key: word('name'), value: word('cpu') },
      { key: word(NEW), value: entry.value },
    ],
  };
  const respelled = replaceEntry(owner, entry, [{ key: word('metric'), value: metric }]);
  return { owner: respelled, diagnostics: [report(entry, writeMetric(entry))] };
}

function respellMetric(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, OLD);
  if (entry === undefined) return undefined;
  const name = entryOf(owner, 'name')?.value;
  const otherMetric = name?.kind === 'scalar' && name.text !== 'cpu' && name.text !== '';
  if (otherMetric || entryOf(owner, NEW) !== undefined) {
    return { owner: replaceEntry(owner, entry, []), diagnostics: [withoutEffect(entry)] };
  }
  const rename: Fix = {
    title: `rename it to \`${NEW}\``,
    edits: [{ span: entry.key.span, text: NEW }],
    safe: true,
  };
  const respelled = replaceEntry(owner, entry, [renamedEntry(entry, NEW)]);
  return { owner: respelled, diagnostics: [report(entry, rename)] };
}

function report(entry: Entry, fix: Fix): Diagnostic {
  return diagnose('spelling/hpa-target', { field: OLD }, entry.key.span, {
    help: `write \`metric\` with \`name: cpu\` and \`${NEW}\`; environment-operator ignores the old key and aims at 80`,
    fixes: [fix],
  });
}

function withoutEffect(entry: Entry): Diagnostic {
  const fixes = ownsItsLines(entry) ? [{ title: 'remove it', edits: [removeLines(entry)], safe: true }] : [];
  return diagnose('spelling/hpa-target', { field: OLD }, entry.key.span, {
    help: 'the `metric` beside it says what the number of pods follows: remove this line',
    fixes,
  });
}

function writeMetric(entry: Entry): Fix {
  const { file, start, end } = entry.value.span;
  const value = file.text.slice(start, end);
  const indent = ' '.repeat(columnOf(entry.key.span) + 2);
  const text = isBlockEntry(entry)
    ? `metric:\n${indent}name: cpu\n${indent}${NEW}: ${value}`
    : `metric: { name: cpu, ${NEW}: ${value} }`;
  return {
    title: `write it as \`metric\``,
    edits: [{ span: entrySpan(entry), text }],
    safe: entry.value.kind === 'scalar',
  };
}
