import { codeDefinition } from '../diagnostics/codes.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../util/group-by.ts';
import type { Finding } from './finding.ts';
import { count } from './summary.ts';

/** Labels that point at further places; more would hide what is wrong. */
const MOST_LABELS = 3;

/**
 * Returns findings in which those that old files have in many places (`perFile` of their code) are one for each file, with
 * one fix for all places. Where one was muted, it stays as it is.
 */
export function gatherRepeated(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(findings, (finding) => keyOf(finding) ?? finding);
  return [...groups.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0) return same;
    return [
      {
        ...first,
        diagnostic: gathered(
          first.diagnostic,
          others.map(({ diagnostic }) => diagnostic),
        ),
      },
    ];
  });
}

function keyOf({ diagnostic: { code, message, span }, folder, muted }: Finding): string | undefined {
  const { perFile } = codeDefinition(code);
  if (perFile === undefined || span === undefined || muted !== undefined) return undefined;
  return [code, folder, span.file.name, perFile === 'message' ? message : ''].join('\n');
}

function gathered(first: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const spans = others.flatMap(({ span }) => span ?? []);
  return {
    ...first,
    labels: [...first.labels, ...spans.slice(0, MOST_LABELS).map((span) => ({ span, text: 'here, too' }))],
    help: [...first.help, `the same in ${count(others.length, 'more place')} of this file`],
    fixes: fixOfAll([first, ...others]),
  };
}

/** One fix of all places where each has one; else only those that have one are mended. */
function fixOfAll(diagnostics: readonly Diagnostic[]): readonly Fix[] {
  const fixes = diagnostics.flatMap(({ fixes: [fix] }) => fix ?? []);
  const [first] = fixes;
  return first === undefined ? [] : [{ ...first, edits: fixes.flatMap(({ edits }) => edits) }];
}
