import { byteSize } from '../../util/byte-size.ts';
import { cleanText } from '../../util/log-text.ts';
import { CONFIG_MAP_BYTES, type Measured, total } from './measure.ts';

/** One way to place the projects of a fleet on Jenkinses. */
export interface Layout {
  readonly name: string;
  readonly controllers: readonly Measured[];
}

/** Returns the tables of a fleet: its Jenkinses as they are, and all layouts beside each other where there are several. */
export function printFleetTables(layouts: readonly Layout[]): string {
  const [now] = layouts;
  if (now === undefined) return '';
  const head = ['jenkins', 'kind', ...numberColumns];
  const rows = now.controllers.map((each) => [
    each.name,
    each.kind,
    `${each.projects.length}`,
    ...cells(each),
  ]);
  const whole = total('total', now.controllers);
  const all = [...rows, [`${whole.controllers} in all`, '', `${whole.projects.length}`, ...cells(whole)]];
  const tables = [table([head, ...all])];
  if (layouts.length > 1) {
    const compared = layouts.map(({ name, controllers }) => {
      const each = total(name, controllers);
      return [name, `${each.controllers}`, `${each.projects.length}`, ...cells(each)];
    });
    tables.push(table([['layout', 'jenkinses', ...numberColumns], ...compared]));
  }
  const notes = [
    'Plugins and ConfigMap: the most of one Jenkins. CPU, memory and storage: what pods reserve and claims hold, without agents and environments.',
  ];
  return `${tables.join('\n')}\n${notes.join('\n')}\n`;
}

const numberColumns = [
  'projects',
  'jobs',
  'plugins',
  'pods',
  'CPU',
  'memory',
  'storage',
  'scripts',
  'largest ConfigMap',
];

function cells(each: Measured): readonly string[] {
  const share = Math.ceil((100 * each.largestConfigMap) / CONFIG_MAP_BYTES);
  return [
    `${each.jobs}`,
    `${each.plugins}`,
    `${each.pods}`,
    `${each.milliCpu / 1000}`,
    byteSize(each.memory),
    byteSize(each.storage),
    byteSize(each.scriptBytes),
    `${byteSize(each.largestConfigMap)}, ${share} % of 1 MiB`,
  ];
}

/** Texts to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map((cell) => cleanText(cell)));
  const widths = (clean[0] ?? []).map((_, column) =>
    Math.max(...clean.map((row) => row[column]?.length ?? 0)),
  );
  const isText = (column: number) => column === 0 || clean[0]?.[column] === 'kind';
  const lines = clean.map((row) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** Returns the same as JSON: every number as it is, sizes in bytes, CPU in thousandths. */
export function printFleetPlanJson(layouts: readonly Layout[]): string {
  const plain = layouts.map(({ name, controllers }) => {
    const { controllers: jenkinses, projects, ...rest } = total(name, controllers);
    const { name: _, kind: __, ...numbers } = rest;
    return { name, total: { jenkinses, projects: projects.length, ...numbers }, jenkinses: controllers };
  });
  return `${JSON.stringify({ configMapLimit: CONFIG_MAP_BYTES, layouts: plain }, null, 2)}\n`;
}
