import type { Change, FieldChange } from './change.ts';
import { placeText } from './place-text.ts';
import { planCounts } from './plan-summary.ts';

/** Returns the changes as JSON: `version` grows when a field changes its meaning. */
export function printChangesJson(changes: readonly Change[]): string {
  const list = changes.map(({ origin, fields, ...change }) => ({
    ...change,
    ...place(placeText(origin)),
    fields: fields.map(printField),
  }));
  return `${JSON.stringify({ version: 1, plan: planCounts(changes), changes: list }, null, 2)}\n`;
}

function printField({ path, before, after }: FieldChange): object {
  return {
    path,
    ...(before === undefined ? {} : { before: before.value }),
    ...(after === undefined ? {} : { after: after.value }),
    ...place(placeText(after?.origin ?? before?.origin)),
  };
}

function place(text: string | undefined): { readonly because?: string } {
  return text === undefined ? {} : { because: text };
}
