import type { Origin } from '../text/origin.ts';
import { spanOf } from '../text/span-of.ts';
import type { LineMark } from '../text/traced-text.ts';
import type { FieldChange } from './change.ts';
import { diffLists } from './diff-lists.ts';
import type { Field } from './entity.ts';

/**
 * Returns the lines that differ between two texts, each with the place that it comes from. Lines that take each other's
 * place are one change. A text of one line is one value.
 */
export function lineChanges(path: string, before: Field, after: Field): readonly FieldChange[] {
  if (!before.value.includes('\n') && !after.value.includes('\n')) return [{ path, before, after }];
  const changes: FieldChange[] = [];
  let gone: Field[] = [];
  let taken = 0;
  let line = 1;
  let oldLine = 1;
  const flush = () => {
    for (const field of gone.slice(taken)) changes.push({ path, line, before: field });
    gone = [];
    taken = 0;
  };
  for (const { value: lines, added, removed } of diffLists(
    before.value.split('\n'),
    after.value.split('\n'),
  )) {
    if (removed) {
      for (const text of lines) gone.push(lineField(before, text, oldLine++));
    } else if (added) {
      for (const text of lines) {
        const old = taken < gone.length ? gone[taken++] : undefined;
        changes.push({ path, line, ...(old ? { before: old } : {}), after: lineField(after, text, line) });
        line++;
      }
    } else {
      flush();
      line += lines.length;
      oldLine += lines.length;
    }
  }
  flush();
  return changes;
}

function lineField({ origin, marks = [] }: Field, value: string, line: number): Field {
  return { value, origin: innermost(marks, line - 1) ?? origin };
}

/** The smallest mark that leads to a spec, since a reviewer looks for what somebody wrote; else the smallest. */
function innermost(marks: readonly LineMark[], line: number): Origin | undefined {
  const covering = marks.filter(({ first, last }) => first <= line && line <= last);
  const written = covering.filter(({ origin }) => spanOf(origin) !== undefined);
  let found: LineMark | undefined;
  for (const mark of written.length > 0 ? written : covering)
    if (found === undefined || mark.last - mark.first <= found.last - found.first) found = mark;
  return found?.origin;
}
