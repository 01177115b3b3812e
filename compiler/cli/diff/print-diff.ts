import type { ProjectChanges } from '../../diff/change.ts';
import { printChangesJson, printFleetJson } from '../../diff/print-changes-json.ts';
import { printChangesMarkdown, printFleetMarkdown } from '../../diff/print-changes-markdown.ts';
import { printChangesText, printFleetText } from '../../diff/print-changes-text.ts';
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
  const colours = createPaint(useColour(color, host.env, host.stdout));
  const paint = { ...colours, changed: colours.warning, faint: colours.frame, alarm: colours.error };
  const unified = projects.map((project) => cleanBlock(project.unified ?? '')).join('');
  return `${unified}${isFleet ? printFleetText(projects, total, paint) : printChangesText(changes, paint)}`;
}
