import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { baseName } from '../../host/path.ts';
import type { ServerFacts } from '../../jenkins-server/server-facts.ts';
import { count } from '../../report/summary.ts';
import { compareText } from '../../util/compare-text.ts';
import type { CollectedJob } from '../plan/collect-jobs.ts';
import { type SeenPlugin, standingOf } from '../plan/seen-plugins.ts';
import type { PlainObject } from '../printers.ts';
import { type Proof, proofKey } from '../prove.ts';

/** What the report of an import tells. */
export interface ImportReport {
  /** As the user named it. */
  readonly source: string;
  readonly jobs: readonly CollectedJob[];
  readonly proofs: ReadonlyMap<string, Proof>;
  /** The projects that the jobs became where they are several. */
  readonly projects: readonly { readonly folder: string; readonly jobs: readonly CollectedJob[] }[];
  readonly plugins: readonly SeenPlugin[];
  /** The line of Jenkins that plugins are compared with. */
  readonly line: string;
  readonly external: PlainObject;
  /** What was reported while configurations were read. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the server has beside its jobs; undefined for a folder. */
  readonly server: ServerFacts | undefined;
}

/** Numbers of an import. */
export interface ImportTotals {
  readonly jobs: number;
  readonly equal: number;
  /** Equal but for secrets that are left out. */
  readonly withoutSecrets: number;
  readonly differing: number;
  readonly unproven: number;
  readonly native: number;
  readonly elements: number;
  readonly kept: number;
  readonly secrets: number;
}

/** Returns the numbers of an import. */
export function totalsOf({ jobs, proofs }: Pick<ImportReport, 'jobs' | 'proofs'>): ImportTotals {
  const counted = (kind: Proof['kind']) => jobs.filter((job) => proofOf(job, proofs).kind === kind).length;
  return {
    jobs: jobs.length,
    equal: counted('equal'),
    withoutSecrets: counted('without-secrets'),
    differing: counted('differs'),
    unproven: counted('unknown'),
    native: jobs.filter(({ item }) => item.native).length,
    elements: sum(jobs.map(({ elements }) => elements)),
    kept: sum(jobs.flatMap(({ item }) => item.kept.map(({ elements }) => elements))),
    secrets: sum(jobs.map(({ hidden }) => hidden.length)),
  };
}

/** Returns the report of an import in Markdown. */
export function writeReport(report: ImportReport): string {
  const sections = [
    totals(report),
    projects(report),
    differing(report),
    secrets(report),
    keptXml(report),
    plugins(report),
    outside(report),
    credentials(report),
    labels(report),
    leftOut(report),
    comments(report),
    everyJob(report),
  ];
  return `# Import\n\n${sections.filter((section) => section !== '').join('\n')}`;
}

function totals(report: ImportReport): string {
  const found = totalsOf(report);
  const nativeElements = found.elements - found.kept;
  const rows = [
    ['jobs, folders and views', String(found.jobs)],
    ['equal to what was read', share(found.equal, found.jobs)],
    ['equal but for secrets', share(found.withoutSecrets, found.jobs)],
    ['different', share(found.differing, found.jobs)],
    ['not compared', share(found.unproven, found.jobs)],
    ['without any XML', share(found.native, found.jobs)],
    ['elements that are fields', share(nativeElements, found.elements)],
    ['secrets that were left out', String(found.secrets)],
  ];
  return [
    `What became of \`${report.source}\`. Each configuration was compiled again from the specs and compared with the one that`,
    'was read, as Jenkins reads them: without `plugin` attributes, white space between elements, fields that have their',
    'default, and the order of what is looked up by name.',
    '',
    ...table(['', ''], rows),
    '',
  ].join('\n');
}

function projects({ projects: several }: ImportReport): string {
  const rows = several.map(({ folder, jobs }) => [
    code(baseName(folder)),
    String(jobs.length),
    code(jobs[0]?.item.name ?? ''),
    code(jobs.at(-1)?.item.name ?? ''),
  ]);
  return section('Projects', [
    ...(rows.length === 0
      ? []
      : [
          'The jobs are more than one spec may hold. Each folder here is a project, and becomes a Jenkins of its own; jobs of',
          'the others are `external` to it.',
          '',
        ]),
    ...table(['project', 'jobs', 'first', 'last'], rows),
  ]);
}

function differing({ jobs, proofs }: ImportReport): string {
  const found = jobs.flatMap((job) => {
    const proof = proofOf(job, proofs);
    return proof.kind === 'differs' ? [{ job, proof }] : [];
  });
  const unproven = jobs.filter((job) => proofOf(job, proofs).kind === 'unknown');
  return section('What differs', [
    ...found.flatMap(({ job, proof }) => [
      `- ${code(job.item.name)}`,
      ...proof.differences.map((text) => `  - ${text}`),
    ]),
    ...(unproven.length === 0
      ? []
      : [
          '',
          `Not compared, since the specs have errors: ${unproven.map(({ item }) => code(item.name)).join(', ')}.`,
        ]),
  ]);
}

function secrets({ jobs }: ImportReport): string {
  const rows = jobs.flatMap(({ item, hidden }) =>
    hidden.map(({ kind, field, credential }) => [
      code(item.name),
      code(field),
      kind,
      credential === undefined
        ? 'put a credential in place of the placeholder'
        : `make the credential ${code(credential)}`,
    ]),
  );
  return section('Secrets', [
    ...(rows.length === 0
      ? []
      : ['No secret is in these files. What stood in the jobs, and what is to do:', '']),
    ...table(['job', 'field', 'was', 'to do'], rows),
  ]);
}

function keptXml({ jobs }: ImportReport): string {
  const byElement = new Map<string, { jobs: Set<string>; elements: number }>();
  for (const { item } of jobs)
    for (const { element, elements } of item.kept) {
      const known = byElement.get(element) ?? { jobs: new Set<string>(), elements: 0 };
      known.jobs.add(item.name);
      known.elements += elements;
      byElement.set(element, known);
    }
  const rows = [...byElement]
    .sort(([a, first], [b, second]) => second.elements - first.elements || compareText(a, b))
    .map(([element, { jobs: names, elements }]) => [code(element), String(names.size), String(elements)]);
  return section('What stays XML', [
    ...(rows.length === 0 ? [] : ['Fields cannot say these elements, or not with what stands in them:', '']),
    ...table(['element', 'jobs', 'elements'], rows),
  ]);
}

function plugins({ plugins: seen, line }: ImportReport): string {
  const rows = seen.map((plugin) => [
    code(plugin.id),
    plugin.version,
    plugin.listed ?? '',
    standingOf(plugin) === 'unknown' ? 'unknown in the catalogue' : standingOf(plugin),
    plugin.warnings.join(' '),
  ]);
  return section('Plugins', [
    ...(rows.length === 0
      ? []
      : [`As the configurations name them, beside those that the specs get for ${line}:`, '']),
    ...table(['plugin', 'seen', 'catalogue', 'the one seen is', 'security warnings'], rows),
  ]);
}

function outside({ external }: ImportReport): string {
  const lists = Object.entries(external).map(
    ([kind, names]) => `- ${kind}: ${(names as readonly string[]).map(code).join(', ')}`,
  );
  return section('What somebody else looks after', [
    ...(lists.length === 0 ? [] : ['Names that no job here has; they are `external` in jobs.bitesize:', '']),
    ...lists,
  ]);
}

function credentials({ server }: ImportReport): string {
  const rows = (server?.credentials ?? []).map(({ id, kind, folder, domain, description }) => [
    code(id),
    kind,
    folder === '' ? '' : code(folder),
    domain === '_' ? '' : code(domain),
    description.replace(/\s+/g, ' '),
  ]);
  return section('Credentials', [
    ...(rows.length === 0 ? [] : ['What the server lists; nothing of what is in them was read:', '']),
    ...table(['id', 'kind', 'folder', 'domain', 'description'], rows),
  ]);
}

function labels({ server }: ImportReport): string {
  const rows = (server?.labels ?? []).map(({ name, nodes }) => [code(name), nodes.map(code).join(', ')]);
  return section('Labels', table(['label', 'nodes'], rows));
}

function leftOut({ diagnostics }: ImportReport): string {
  return section(
    'What was left out',
    diagnostics
      .filter(({ code: found }) => found !== 'import/secret')
      .map(({ message, span }) => `- ${span === undefined ? '' : `\`${span.file.name}\`: `}${message}`),
  );
}

function comments({ jobs }: ImportReport): string {
  return section(
    'Comments',
    jobs.flatMap(({ item, comments: found }) =>
      found.map((text) => `- ${code(item.name)}: ${code(text.replace(/\s+/g, ' ').slice(0, 200))}`),
    ),
  );
}

function everyJob({ jobs, proofs }: ImportReport): string {
  const rows = jobs.map((job) => {
    const { item } = job;
    const xml = item.kept.map(
      ({ path, element }) => `${code(element)}${path === '' ? '' : ` in ${code(path)}`}`,
    );
    return [
      code(item.name),
      item.kind,
      resultText(proofOf(job, proofs)),
      xml.length === 0 ? 'native' : xml.join(', '),
    ];
  });
  return section('Every job', table(['job', 'kind', 'result', 'XML'], rows));
}

function resultText(proof: Proof): string {
  switch (proof.kind) {
    case 'equal':
      return 'equal';
    case 'without-secrets':
      return 'equal but for secrets';
    case 'differs':
      return `differs: ${count(proof.differences.length, 'place')}`;
    case 'unknown':
      return 'not compared';
  }
}

function proofOf({ item }: CollectedJob, proofs: ReadonlyMap<string, Proof>): Proof {
  return proofs.get(proofKey(item.kind, item.name)) ?? { kind: 'unknown' };
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** What stands in it cannot end it. */
function code(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f]/g, ' ');
  return plain.includes('`') ? `\`\` ${plain.replaceAll('``', "''")} \`\`` : `\`${plain}\``;
}

function share(some: number, all: number): string {
  const percent = all === 0 ? 0 : Math.floor((some / all) * 1000) / 10;
  return `${some} (${percent} %)`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
