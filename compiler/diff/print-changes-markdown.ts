import { cleanBlock } from '../util/log-text.ts';
import type { Change, ChangeGroup, ProjectChanges } from './change.ts';
import { type ChangeRisk, orderedRisks } from './ordered-risks.ts';
import { causeText } from './place-text.ts';
import { fleetSummary, planSummary } from './plan-summary.ts';
import { type OmittedLines, type ShownField, shortValue, shownFields } from './shown-fields.ts';

const words = { add: 'added', change: 'changed', remove: 'removed', rename: 'renamed' } as const;
const presences = { added: ' (new project)', changed: '', removed: ' (removed project)' } as const;

/** What is left out first when a comment gets too long comes last. */
const levels = { summary: 0, risk: 1, row: 2, detail: 3, unified: 4 } as const;

/** The most fields of one thing that a comment shows; the rest is counted. */
const MAXIMUM_FIELDS = 20;

/** The most characters of a comment: GitHub refuses more than 65,536, GitLab takes a million. */
const MAXIMUM_LENGTH = 60_000;

/** Returns the changes as the comment of a merge request: risks first, then a table, details folded. */
export function printChangesMarkdown(changes: readonly Change[], unified?: string): string {
  return comment([summary(planSummary(changes)), ...pieces(changes, unified)]);
}

/** Returns what changes in several projects as a comment, a heading a project. */
export function printFleetMarkdown(projects: readonly ProjectChanges[], total: number): string {
  return comment([
    summary(fleetSummary(projects, total)),
    ...projects.flatMap((project) => [heading(project), ...pieces(project.changes, project.unified)]),
  ]);
}

/** Returns groups of changes as a comment, a heading a group, below one line for all of them. */
export function printGroupsMarkdown(groups: readonly ChangeGroup[], first: string): string {
  return comment([
    summary(first),
    ...groups.flatMap(({ title, changes, names = [] }) =>
      changes.length + names.length === 0
        ? []
        : [
            { level: levels.risk, text: `\n### ${escapeMarkdown(title)}\n` },
            ...pieces(changes, undefined),
            ...(names.length > 0 ? [{ level: levels.row, text: '\n' }] : []),
            ...names.map(({ kind, name }) => ({
              level: levels.row,
              text: `- ${kind} ${markdownCode(name)}\n`,
            })),
          ],
    ),
  ]);
}

function comment(all: readonly Piece[]): string {
  const { text, omitted } = fitPieces(all, MAXIMUM_LENGTH);
  const clean = cleanBlock(text);
  if (omitted === 0) return clean;
  return `${clean}\n_This is not all: ${omitted} parts are left out, or the comment would be too long. \`bitesize diff\` shows them._\n`;
}

function summary(text: string): Piece {
  return { level: levels.summary, text: `**${text}**\n` };
}

function heading({ folder, from, presence }: ProjectChanges): Piece {
  const moved = from === undefined ? '' : `${markdownCode(from)} becomes `;
  return { level: levels.risk, text: `\n### ${moved}${markdownCode(folder)}${presences[presence]}\n` };
}

function pieces(changes: readonly Change[], unified: string | undefined): readonly Piece[] {
  const risks = orderedRisks(changes).map(riskLine);
  const rows = changes.map((change) => {
    const cells = [words[change.action], change.kind, title(change), markdownCode(causeText(change.because))];
    return { level: levels.row, text: `| ${cells.join(' | ')} |\n` };
  });
  const table = '\n| | what | name | because of |\n| --- | --- | --- | --- |\n';
  return [
    ...(risks.length > 0 ? [{ level: levels.risk, text: '\n' }] : []),
    ...risks.map((text) => ({ level: levels.risk, text: `> ${text}\n` })),
    ...(rows.length > 0 ? [{ level: levels.row, text: table }] : []),
    ...rows,
    ...changes.filter(({ fields }) => fields.length > 0).map(details),
    ...(unified ? [differences(unified)] : []),
  ];
}

function riskLine({ change, risk }: ChangeRisk): string {
  return `- :warning: ${change.kind} ${title(change)}: ${markdownSentence(risk.text)}`;
}

function title({ name, from }: Change): string {
  return from === undefined ? markdownCode(name) : `${markdownCode(from)} becomes ${markdownCode(name)}`;
}

function details({ kind, name, fields }: Change): Piece {
  const all = shownFields(fields);
  const shown = all.slice(0, MAXIMUM_FIELDS).map(row);
  const rest = all.length > shown.length ? [`| and ${all.length - shown.length} more | | | |`] : [];
  const table = ['| field | before | after | because of |', '| --- | --- | --- | --- |', ...shown, ...rest];
  return folded(levels.detail, `${kind} ${name}`, table.join('\n'));
}

function row(field: ShownField | OmittedLines): string {
  if ('omitted' in field) return `| ${markdownCode(field.label)}: and ${field.omitted} more lines | | | |`;
  const { label, place, before, after } = field;
  const old = before === undefined ? '' : markdownCode(shortValue(before.value, after?.value));
  const now = after === undefined ? '' : markdownCode(shortValue(after.value, before?.value));
  return `| ${markdownCode(label)} | ${old} | ${now} | ${markdownCode(place)} |`;
}

function differences(unified: string): Piece {
  return folded(levels.unified, 'the files', markdownBlock('diff', unified));
}

function folded(level: number, name: string, text: string): Piece {
  return { level, text: `\n<details><summary>${escapeHtml(name)}</summary>\n\n${text}\n\n</details>\n` };
}

/** A piece of a text; a piece of a higher level is left out before one of a lower. */
interface Piece {
  readonly level: number;
  readonly text: string;
}

/**
 * Returns the pieces, joined in their order, that fit into so many characters, and how many are left out. What matters
 * most goes in first.
 */
function fitPieces(
  pieces: readonly Piece[],
  limit: number,
): { readonly text: string; readonly omitted: number } {
  const chosen = new Set<number>();
  let left = limit;
  const byLevel = pieces.map((piece, index) => ({ ...piece, index })).sort((a, b) => a.level - b.level);
  for (const { text, index } of byLevel) {
    if (text.length > left) continue;
    left -= text.length;
    chosen.add(index);
  }
  return {
    text: pieces
      .filter((_, index) => chosen.has(index))
      .map(({ text }) => text)
      .join(''),
    omitted: pieces.length - chosen.size,
  };
}

/** Returns text as code in Markdown, also in a cell of a table: a pipe would end the cell, a backtick the code. */
function markdownCode(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|').replace(/[\r\n]+/g, ' ')}${space}${fence}`;
}

/** Returns a sentence with names in backticks as Markdown; what is in the backticks stays as it is. */
function markdownSentence(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`.+`$/.test(part) ? markdownCode(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

/** Returns a text as a block of code of a language. */
function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return `${fence}${language}\n${text.slice(0, end)}\n${fence}`;
}

/** Returns text in which nothing is markup, in HTML. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeMarkdown(text: string): string {
  return escapeHtml(text)
    .replace(/[\\`*_[\]|~#@]/g, '\\$&')
    .replace(/[\r\n]+/g, ' ');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
