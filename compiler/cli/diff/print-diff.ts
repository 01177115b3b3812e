import type { ChangeGroup, ProjectChanges } from '../../diff/change.ts';
import { printChangesJson, printFleetJson, printGroupsJson } from '../../diff/print-changes-json.ts';
import {
  printChangesMarkdown,
  printFleetMarkdown,
  printGroupsMarkdown,
} from '../../diff/print-changes-markdown.ts';
import {
  type DiffPaint,
  printChangesText,
  printFleetText,
  printGroupsText,
} from '../../diff/print-changes-text.ts';
import type { Host } from '../../host/host.ts';
import { createPaint } from '../../report/paint.ts';
import { type ColourChoice, useColour } from '../../run/finish/use-colour.ts';
import { cleanBlock } from '../../util/log-text.ts';

/** The forms of a diff. */
export const diffFormats = ['text', 'json', 'markdown'] as const;

/** One of the forms of a diff. */
export type DiffFormat = (typeof diffFormats)[number];

/** Returns the diff in a form; `total` is the number of projects where there may be several. */
export function printDiff(
  host: Host,
  projects: readonly ProjectChanges[],
  total: number | undefined,
  { format, color }: { readonly format: DiffFormat; readonly color: ColourChoice },
): string {
  const isFleet = total !== undefined;
  const [only] = projects;
  const changes = only?.changes ?? [];
  if (format === 'json')
    return isFleet ? printFleetJson(projects, total) : printChangesJson(changes, only?.unified);
  if (format === 'markdown')
    return isFleet ? printFleetMarkdown(projects, total) : printChangesMarkdown(changes, only?.unified);
  const paint = paintFor(host, color);
  const unified = projects.map((project) => cleanBlock(project.unified ?? '')).join('');
  return `${unified}${isFleet ? printFleetText(projects, total, paint) : printChangesText(changes, paint)}`;
}

function paintFor(host: Host, color: ColourChoice): DiffPaint {
  const colours = createPaint(useColour(color, host.env, host.stdout));
  return { ...colours, changed: colours.warning, faint: colours.frame, alarm: colours.error };
}

/** Returns groups of changes in a form; `summary` is one line about all of them, `head` stands first in JSON. */
export function printGroups(
  host: Host,
  groups: readonly ChangeGroup[],
  { summary, head }: { readonly summary: string; readonly head: object },
  { format, color }: { readonly format: DiffFormat; readonly color: ColourChoice },
): string {
  if (format === 'json') return printGroupsJson(groups, head);
  if (format === 'markdown') return printGroupsMarkdown(groups, summary);
  return printGroupsText(groups, summary, paintFor(host, color));
}
