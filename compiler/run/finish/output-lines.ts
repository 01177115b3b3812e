import type { PlanCounts } from '../../plan/unchanged-output.ts';
import { count } from '../../report/summary.ts';
import type { ProjectOutput } from '../project/project-outcome.ts';

/** A run over more projects than this tells only of the first ones that changed, and the sum. */
const MANY = 20;

/** Returns what people are told about the output folders of a run, and for many projects the numbers of all. */
export function outputLines(outputs: readonly ProjectOutput[], isCheck: boolean): readonly string[] {
  const lineOf = ({ folder, counts }: ProjectOutput) => planLine(folder, counts, isCheck);
  if (outputs.length <= MANY) return outputs.map(lineOf);
  const changed = outputs.filter(({ counts }) => !counts.upToDate);
  const hidden = changed.length - MANY;
  return [
    ...changed.slice(0, MANY).map(lineOf),
    ...(hidden > 0 ? [`${count(hidden, 'more project')} ${isCheck ? 'would change' : 'changed'}`] : []),
    planLine(`all ${outputs.length} projects`, sum(outputs), isCheck),
  ];
}

function sum(outputs: readonly ProjectOutput[]): PlanCounts {
  const total = (of: (counts: PlanCounts) => number) =>
    outputs.reduce((before, { counts }) => before + of(counts), 0);
  return {
    added: total(({ added }) => added),
    changed: total(({ changed }) => changed),
    removed: total(({ removed }) => removed),
    same: total(({ same }) => same),
    upToDate: outputs.every(({ counts }) => counts.upToDate),
  };
}

/** Returns one line about an output folder: how many artifacts are new, changed, removed and unchanged. */
function planLine(folder: string, { added, changed, removed, same }: PlanCounts, isCheck: boolean): string {
  const counts = isCheck
    ? `${added} to add, ${changed} to change, ${removed} to remove`
    : `${added} added, ${changed} changed, ${removed} removed`;
  return `${folder}: ${counts}, ${same} unchanged`;
}
