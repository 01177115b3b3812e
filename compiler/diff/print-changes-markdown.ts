import type { Change, FieldChange } from './change.ts';
import { placeText } from './place-text.ts';
import { planSummary } from './plan-summary.ts';
import { shortValue } from './short-value.ts';

const words = { add: 'added', change: 'changed', remove: 'removed', rename: 'renamed' } as const;

/** The most fields of one thing that a comment shows; the rest is counted. */
const MAXIMUM_FIELDS = 20;

/** Returns the changes as the comment of a merge request: risks first, then a table, details folded. */
export function printChangesMarkdown(changes: readonly Change[]): string {
  const parts = [`**${planSummary(changes)}**`];
  const risky = changes.filter(({ risks }) => risks.length > 0);
  if (risky.length > 0) parts.push(risky.flatMap(riskLines).join('\n'));
  if (changes.length > 0) {
    const rows = changes.map(
      (change) =>
        `| ${words[change.action]} | ${change.kind} | ${title(change)} | ${code(placeText(change.origin))} |`,
    );
    parts.push(['| | what | name | because of |', '| --- | --- | --- | --- |', ...rows].join('\n'));
  }
  for (const change of changes.filter(({ fields }) => fields.length > 0)) parts.push(details(change));
  return `${parts.join('\n\n')}\n`;
}

function riskLines(change: Change): string[] {
  return change.risks.map(({ text }) => `> :warning: ${change.kind} ${title(change)}: ${escapeCell(text)}`);
}

function title({ name, from }: Change): string {
  return from === undefined ? code(name) : `${code(from)} becomes ${code(name)}`;
}

function details({ kind, name, fields }: Change): string {
  const shown = fields.slice(0, MAXIMUM_FIELDS).map(row);
  const rest = fields.length > shown.length ? [`| and ${fields.length - shown.length} more | | | |`] : [];
  const table = ['| field | before | after | because of |', '| --- | --- | --- | --- |', ...shown, ...rest];
  return [`<details><summary>${kind} ${escapeHtml(name)}</summary>`, '', ...table, '', '</details>'].join(
    '\n',
  );
}

function row({ path, before, after }: FieldChange): string {
  const old = before === undefined ? '' : code(shortValue(before.value, after?.value));
  const now = after === undefined ? '' : code(shortValue(after.value, before?.value));
  return `| ${code(path)} | ${old} | ${now} | ${code(placeText(after?.origin ?? before?.origin))} |`;
}

/** Code in a cell of a table: a pipe would end the cell, a backtick the code. */
function code(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = fence.length > 1 ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|').replace(/[\r\n]+/g, ' ')}${space}${fence}`;
}

function escapeCell(text: string): string {
  return escapeHtml(text).replaceAll('|', '\\|');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
