/**
 * Rebuilds compiler/plugins/data/classes.json and job-dsl-requires.json from tables with a header line.
 *
 *   npx tsx scripts/refresh-plugin-classes.ts --date 2026-11-24 --classes plugin-classes.tsv \
 *     --packages plugin-packages.tsv --job-dsl job-dsl-requires.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { elementOfClass } from '../compiler/plugins/xstream-name.ts';
import { compareText } from '../compiler/util/compare-text.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    classes: { type: 'string' },
    packages: { type: 'string' },
    'job-dsl': { type: 'string' },
  },
});
const { date, classes, packages, 'job-dsl': jobDsl } = values;
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !classes || !packages || !jobDsl) {
  console.error(
    'usage: refresh-plugin-classes --date YYYY-MM-DD --classes <tsv> --packages <tsv> --job-dsl <tsv>',
  );
  process.exit(2);
}

/** Rows of a table as a function from column name to text; an unknown column is our mistake. */
function readTable(path: string): readonly ((column: string) => string)[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return (column) => {
      if (!columns.includes(column)) throw new Error(`${path} has no column ${column}`);
      return cells[columns.indexOf(column)] ?? '';
    };
  });
}

function write(name: string, fields: Readonly<Record<string, unknown>>): void {
  const texts = Object.entries(fields).map(([key, value]) => {
    if (!Array.isArray(value)) return `"${key}":${JSON.stringify(value)}`;
    return `"${key}":[\n${value
      .map((item) => JSON.stringify(item))
      .sort(compareText)
      .join(',\n')}\n]`;
  });
  writeFileSync(
    new URL(`../compiler/plugins/data/${name}.json`, import.meta.url),
    `{\n${texts.join(',\n')}\n}\n`,
  );
}

write('classes', {
  date,
  source: 'class declarations, @Symbol and XStream aliases in the sources of core 2.568.2 and of the plugins',
  classes: readTable(classes).map((cell) => {
    const usual = elementOfClass(cell('class')) === cell('element');
    return [cell('class'), cell('plugin'), cell('slot'), cell('symbol'), usual ? '' : cell('element')];
  }),
  packages: readTable(packages).map((cell) => [
    cell('package'),
    cell('ambiguous') === 'yes' ? '' : cell('plugin'),
  ]),
});
write('job-dsl-requires', {
  date,
  source: '@RequiresPlugin, @RequiresCore and version checks in the Job DSL plugin',
  methods: readTable(jobDsl).map((cell) => [
    cell('context'),
    cell('method'),
    cell('plugin'),
    cell('minimum_version'),
    cell('fail_if_missing'),
    cell('overloads'),
  ]),
});
