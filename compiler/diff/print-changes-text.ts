import type { Change, FieldChange } from './change.ts';
import { placeText } from './place-text.ts';
import { planSummary } from './plan-summary.ts';
import { shortValue } from './short-value.ts';

const signs = { add: '+', change: '~', remove: '-', rename: '>' } as const;

/** Puts colour on a piece of text; the identity when there is no colour. */
export interface DiffPaint {
  readonly added: (text: string) => string;
  readonly changed: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alarm: (text: string) => string;
}

/** Returns the changes for people: one line a thing, its fields with old and new value, the spec line, the risks. */
export function printChangesText(changes: readonly Change[], paint: DiffPaint): string {
  if (changes.length === 0) return 'No changes.\n';
  const lines = changes.flatMap((change) => changeLines(change, paint));
  return `${[...lines, '', planSummary(changes)].join('\n')}\n`;
}

function changeLines(change: Change, paint: DiffPaint): string[] {
  const { action, kind, name, from, origin, fields, risks } = change;
  const colour = action === 'add' ? paint.added : action === 'remove' ? paint.removed : paint.changed;
  const title = from === undefined ? `\`${name}\`` : `\`${from}\` becomes \`${name}\``;
  const place = placeText(origin);
  return [
    `${colour(`${signs[action]} ${kind} ${title}`)}${place === undefined ? '' : paint.faint(`  (${place})`)}`,
    ...fields.map((field) => fieldLine(field, paint)),
    ...risks.map(({ text }) => `    ${paint.alarm('!')} ${text}`),
  ];
}

function fieldLine({ path, before, after }: FieldChange, paint: DiffPaint): string {
  const place = placeText(after?.origin ?? before?.origin);
  const change =
    before === undefined
      ? paint.added(shortValue(after?.value))
      : after === undefined
        ? `${paint.removed(shortValue(before.value))} is gone`
        : `${paint.removed(shortValue(before.value))} -> ${paint.added(shortValue(after.value, before.value))}`;
  return `    ${path}: ${change}${place === undefined ? '' : paint.faint(`  (${place})`)}`;
}
