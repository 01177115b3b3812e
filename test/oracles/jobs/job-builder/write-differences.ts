import { writeFileSync } from 'node:fs';
import { type FoundDifference, findDifferences } from './found-differences.ts';
import {
  differenceKey,
  EVERY_JOB,
  type ListedDifference,
  type ListedElement,
  listedDifferences,
  listedElement,
  listedFamilies,
  writeDifferences,
} from './listed-differences.ts';

/*
 * `npx tsx test/oracles/jobs/job-builder/write-differences.ts` writes the lists of differences again: reasons stay with
 * their elements, what is new has none yet (and the test fails until somebody has read why), what is gone goes. Then the
 * table `differences.md`. With `--table`, only the table.
 */

if (!process.argv.includes('--table')) {
  const found = await findDifferences();
  const everywhere = new Set(
    listedDifferences(EVERY_JOB).flatMap(({ elements }) => elements.map((one) => differenceKey('*', one))),
  );
  for (const family of new Set(found.map((one) => one.family)))
    writeDifferences(
      family,
      merged(
        listedDifferences(family),
        found.filter(
          (one) => one.family === family && !everywhere.has(differenceKey('*', listedElement(one))),
        ),
      ),
    );
}
writeFileSync(new URL('differences.md', import.meta.url), table());

function merged(
  listed: readonly ListedDifference[],
  found: readonly FoundDifference[],
): readonly ListedDifference[] {
  const open = new Map<string, { thing: string; element: ListedElement }>();
  for (const one of found) {
    const element = listedElement(one);
    open.set(differenceKey(one.thing, element), { thing: one.thing, element });
  }
  const kept = listed.map(({ thing, why, elements }) => ({
    thing,
    why,
    elements: elements.filter((element) => open.delete(differenceKey(thing, element))),
  }));
  const fresh = [...new Set([...open.values()].map(({ thing }) => thing))].map((thing) => ({
    thing,
    why: '',
    elements: [...open.values()].filter((one) => one.thing === thing).map(({ element }) => element),
  }));
  return [...kept, ...fresh]
    .filter(({ elements }) => elements.length > 0)
    .sort((a, b) => (a.thing < b.thing ? -1 : a.thing > b.thing ? 1 : 0));
}

function table(): string {
  const parts = listedFamilies().map((family) => {
    const rows = listedDifferences(family).flatMap(({ thing, why, elements }) =>
      elements.map(
        ({ path, ours, theirs }, at) =>
          `| ${at === 0 ? thing : ''} | ${code(path)} | ${code(ours)} | ${code(theirs)} | ${at === 0 ? why : ''} |`,
      ),
    );
    return `## ${family}\n\n| thing | element | ours | theirs | why |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Where our jobs differ from those of Jenkins Job Builder 6.5.0

Printed by \`npx tsx test/oracles/jobs/job-builder/write-differences.ts\`; \`job-builder.test.ts\` compares. Siblings of
different names have no order, and the attribute \`plugin\` is left out.

${parts.join('\n')}`;
}

function code(text: string | null): string {
  if (text === null) return 'none';
  if (text === '') return 'empty';
  return `\`${text.replaceAll('|', '\\|').replaceAll('\n', '\\n')}\``;
}
