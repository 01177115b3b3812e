import { printJson } from '../print/print-json.ts';
import type { Change, ChangeGroup, FieldChange, ProjectChanges } from './change.ts';
import { orderedRisks } from './ordered-risks.ts';
import { causeText } from './place-text.ts';
import { planCounts } from './plan-summary.ts';

/** Returns the changes as JSON: `version` grows when a field changes its meaning. */
export function printChangesJson(changes: readonly Change[], unified?: string): string {
  return print({
    plan: planCounts(changes),
    risks: printRisks(changes),
    changes: changes.map(printChange),
    ...text(unified),
  });
}

/** Returns what changes in several projects as JSON; `plan` counts all of them. */
export function printFleetJson(projects: readonly ProjectChanges[], total: number): string {
  return print({
    plan: planCounts(projects.flatMap(({ changes }) => changes)),
    total,
    projects: projects.map(({ changes, unified, ...project }) => ({
      ...project,
      plan: planCounts(changes),
      risks: printRisks(changes),
      changes: changes.map(printChange),
      ...text(unified),
    })),
  });
}

/** Returns groups of changes as JSON, behind what else is to be said. */
export function printGroupsJson(groups: readonly ChangeGroup[], head: object): string {
  return print({
    ...head,
    risks: printRisks(groups.flatMap(({ changes }) => changes)),
    ...Object.fromEntries(
      groups.map(({ id, changes, names }) => [id, [...changes.map(printChange), ...(names ?? [])]]),
    ),
  });
}

function print(content: object): string {
  return printJson({ version: 1, ...content });
}

/** All risks in the order in which a reader should see them; each stands at its change, too. */
function printRisks(changes: readonly Change[]): readonly object[] {
  return orderedRisks(changes).map(({ change, risk }) => ({ of: change.kind, name: change.name, ...risk }));
}

function printChange({ because, fields, ...change }: Change): object {
  return { ...change, ...place(causeText(because)), fields: fields.map(printField) };
}

function printField({ path, line, before, after, because }: FieldChange): object {
  return {
    path,
    ...(line === undefined ? {} : { line }),
    ...(before === undefined ? {} : { before: before.value }),
    ...(after === undefined ? {} : { after: after.value }),
    ...place(causeText(because)),
  };
}

function place(because: string | undefined): { readonly because?: string } {
  return because === undefined ? {} : { because };
}

function text(unified: string | undefined): { readonly unified?: string } {
  return unified === undefined ? {} : { unified };
}
