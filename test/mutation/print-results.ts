import type { Mutant } from './draw-mutants.ts';

/** What became of a mutant. */
export interface Verdict {
  readonly area: string;
  readonly mutant: Mutant;
  /** The output that differed or the test that failed; undefined for one that survives. */
  readonly killedBy: string | undefined;
}

/** Returns the page about a run: how many were killed in each area, and every survivor with its place. */
export function printResults(verdicts: readonly Verdict[], seed: number): string {
  const survivors = verdicts.filter(({ killedBy }) => killedBy === undefined);
  const areas = [...new Set(verdicts.map(({ area }) => area))].map((area) => {
    const all = verdicts.filter((verdict) => verdict.area === area);
    const killed = all.filter(({ killedBy }) => killedBy !== undefined);
    const byOutput = killed.filter(({ killedBy }) => !killedBy?.endsWith('.test.ts'));
    return `| ${area} | ${all.length} | ${byOutput.length} | ${killed.length - byOutput.length} | ${all.length - killed.length} |`;
  });
  return [
    '# The last run of the mutation tests',
    '',
    `\`npm run mutate -- ${verdicts.length} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}: ${verdicts.length} mutants, ${verdicts.length - survivors.length} killed, ${survivors.length} survive.`,
    '',
    '| area | mutants | killed by a committed output | killed by a test of its folder | survive |',
    '| --- | --- | --- | --- | --- |',
    ...areas,
    '',
    ...(survivors.length === 0 ? [] : ['Survivors:', '', ...survivors.map(line), '']),
  ].join('\n');
}

function line({ mutant: { file, line: at, kind, before, after } }: Verdict): string {
  return `- \`${file}:${at}\` ${kind}: \`${inOneLine(before)}\` became \`${inOneLine(after)}\``;
}

function inOneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
