import { cleanText } from '../util/log-text.ts';
import type { Change, ChangeGroup, ProjectChanges } from './change.ts';
import { type ChangeRisk, orderedRisks } from './ordered-risks.ts';
import { causeText } from './place-text.ts';
import { fleetSummary, planSummary } from './plan-summary.ts';
import { type OmittedLines, type ShownField, shortValue, shownFields } from './shown-fields.ts';

const words = { added: '  (new project)', changed: '', removed: '  (removed project)' } as const;

/** Returns what changes in several projects for people: a heading a project, and one plan line in total. */
export function printFleetText(projects: readonly ProjectChanges[], total: number, paint: DiffPaint): string {
  if (projects.length === 0) return 'No changes.\n';
  const blocks = projects.flatMap(({ folder, from, presence, changes }) => [
    paint.strong(
      `${from === undefined ? '' : `\`${cleanText(from)}\` becomes `}\`${cleanText(folder)}\`${words[presence]}`,
    ),
    ...changeLines(changes, paint).map((line) => `  ${line}`),
    '',
  ]);
  return `${[...blocks, fleetSummary(projects, total)].join('\n')}\n`;
}

const signs = { add: '+', change: '~', remove: '-', rename: '>' } as const;

/** Puts colour on a piece of text; the identity when there is no colour. */
export interface DiffPaint {
  readonly added: (text: string) => string;
  readonly changed: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alarm: (text: string) => string;
  readonly strong: (text: string) => string;
}

/** Returns the changes for people: one line a thing, its fields with old and new value, the spec line, the risks. */
export function printChangesText(changes: readonly Change[], paint: DiffPaint): string {
  if (changes.length === 0) return 'No changes.\n';
  return `${[...changeLines(changes, paint), '', planSummary(changes)].join('\n')}\n`;
}

/** Returns groups of changes for people, each under its heading, and a last line; groups without anything are left out. */
export function printGroupsText(groups: readonly ChangeGroup[], last: string, paint: DiffPaint): string {
  const blocks = groups.flatMap(({ title, changes, names = [] }) =>
    changes.length + names.length === 0
      ? []
      : [
          paint.strong(title),
          ...changeLines(changes, paint).map((line) => `  ${line}`),
          ...names.map(({ kind, name }) => `  ${kind} \`${cleanText(name)}\``),
          '',
        ],
  );
  return `${[...blocks, last].join('\n')}\n`;
}

/** Returns the lines of `printChangesText` without its last one. */
export function changeLines(changes: readonly Change[], paint: DiffPaint): readonly string[] {
  const risks = orderedRisks(changes).map((risk) => riskLine(risk, paint));
  const lines = changes.flatMap((change) => linesOf(change, paint));
  return risks.length === 0 ? lines : [...risks, '', ...lines];
}

function linesOf(change: Change, paint: DiffPaint): string[] {
  const { action, kind, fields } = change;
  const colour = action === 'add' ? paint.added : action === 'remove' ? paint.removed : paint.changed;
  return [
    `${colour(`${signs[action]} ${kind} ${titleOf(change)}`)}${faint(causeText(change.because), paint)}`,
    ...shownFields(fields).map((field) => fieldLine(field, paint)),
  ];
}

function titleOf({ name, from }: Change): string {
  const now = `\`${cleanText(name)}\``;
  return from === undefined ? now : `\`${cleanText(from)}\` becomes ${now}`;
}

function riskLine({ change, risk }: ChangeRisk, paint: DiffPaint): string {
  return `${paint.alarm('!')} ${change.kind} ${titleOf(change)}: ${cleanText(risk.text)}`;
}

function fieldLine(field: ShownField | OmittedLines, paint: DiffPaint): string {
  if ('omitted' in field) return `    ${cleanText(field.label)}: and ${field.omitted} more lines`;
  const { label, place, before, after } = field;
  const old = before && paint.removed(cleanText(shortValue(before.value, after?.value)));
  const now = after && paint.added(cleanText(shortValue(after.value, before?.value)));
  const change = old === undefined ? (now ?? '') : now === undefined ? `${old} is gone` : `${old} -> ${now}`;
  return `    ${cleanText(label)}: ${change}${faint(place, paint)}`;
}

function faint(place: string | undefined, paint: DiffPaint): string {
  return place === undefined ? '' : paint.faint(`  (${cleanText(place)})`);
}
