import { defects } from './defects.ts';
import { guides } from './generated/guides.ts';
import { outputFamilies } from './output-map.ts';

/** Returns the text of a guide; a line such as `{defects}` stands for a table. */
export function guideText(name: string): string {
  return (guides[name] ?? '').replace(/^\{(\w+)\}$/gm, (line, table: string) =>
    Object.hasOwn(tables, table) ? (tables[table]?.() ?? line) : line,
  );
}

const tables: Readonly<Record<string, () => string>> = { defects: defectTable, output: outputTable };

function defectTable(): string {
  const rows = defects.map(({ id, where, before, now, codes }) => {
    const links = codes.map((code) => `[${code}](../diagnostics.html#${code})`).join(', ');
    return `| ${id} | ${where} | ${before} | ${now} | ${links} |`;
  });
  return ['| id | where | before | now | diagnostics |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function outputTable(): string {
  const rows = outputFamilies.map(({ path, what, from }) => `| \`${path}\` | ${what} | ${from} |`);
  return ['| path | what it is | what makes it |', '| --- | --- | --- |', ...rows].join('\n');
}
