import { inOneLine, isAcceptedByAnEngine, judge } from './corpus/judge.ts';
import { printTable } from './corpus/print-table.ts';
import { isCorpus, readCorpus, type Sample, wholeProjects } from './corpus/read-corpus.ts';

/*
 * Prints what the compiler makes of a corpus of real specs: `npm run corpus -- DIR`. DIR has an `index.tsv` that says
 * which of the original engines accept each sample. With `--all`, every error is printed.
 */

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '../shared/corpus';
if (!isCorpus(folder)) {
  console.error(`error: ${folder} has no index.tsv`);
  process.exit(2);
}
const samples = readCorpus(folder);
const specs = samples.filter(({ kind }) => kind !== 'fragment');
const judged = specs.map((sample) => ({ sample, judgement: judge([sample]) }));

const tiers = [...new Set(specs.map(({ tier }) => tier))];
const rows = [...tiers, 'all'].map((tier) => {
  const inTier = judged.filter(({ sample }) => tier === 'all' || sample.tier === tier);
  const count = (byEngine: boolean, here: boolean) =>
    String(
      inTier.filter(
        ({ sample, judgement }) => isAcceptedByAnEngine(sample) === byEngine && judgement.accepted === here,
      ).length,
    );
  return [
    tier,
    String(inTier.length),
    count(true, true),
    count(true, false),
    count(false, false),
    count(false, true),
  ];
});
console.log('Samples, each by itself (an engine / here)\n');
console.log(
  printTable(
    ['tier', 'samples', 'accepted/accepted', 'accepted/rejected', 'rejected/rejected', 'rejected/accepted'],
    rows,
  ),
);

console.log('\nAccepted by an engine, rejected here\n');
printDetails((sample, accepted) => isAcceptedByAnEngine(sample) && !accepted);
console.log('\nAccepted by no engine, accepted here\n');
printDetails((sample, accepted) => !isAcceptedByAnEngine(sample) && accepted);

console.log('\nFindings by code (samples / findings)\n');
console.log(printTable(['code', 'samples', 'findings'], byCode()));

console.log('\nWhole projects\n');
for (const project of wholeProjects(specs)) {
  const { accepted, errors } = judge(project.samples);
  const expected = [...new Set(project.samples.map(({ crossReferences }) => crossReferences))].join('');
  console.log(
    `${accepted ? 'accepted' : 'rejected'}  ${project.folder}${expected === '' ? '' : `  (${expected})`}`,
  );
  for (const error of errors) console.log(`    ${inOneLine(error)}`);
}

function printDetails(wanted: (sample: Sample, accepted: boolean) => boolean): void {
  for (const { sample, judgement } of judged) {
    if (!wanted(sample, judgement.accepted)) continue;
    console.log(`${sample.path}  (${sample.tier}, ${sample.acceptedBy})`);
    const shown = process.argv.includes('--all') ? judgement.errors : judgement.errors.slice(0, 3);
    for (const error of shown) console.log(`    ${inOneLine(error)}`);
    const more = judgement.errors.length - shown.length;
    if (more > 0) console.log(`    and ${more} more`);
  }
}

function byCode(): string[][] {
  const counts = new Map<string, { samples: number; findings: number }>();
  for (const { judgement } of judged) {
    const found = [...judgement.errors, ...judgement.warnings].map(({ code }) => code);
    for (const code of new Set(found)) {
      const known = counts.get(code) ?? { samples: 0, findings: 0 };
      const findings = found.filter((other) => other === code).length;
      counts.set(code, { samples: known.samples + 1, findings: known.findings + findings });
    }
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right.samples - left.samples || (a < b ? -1 : 1))
    .map(([code, { samples: files, findings }]) => [code, String(files), String(findings)]);
}
