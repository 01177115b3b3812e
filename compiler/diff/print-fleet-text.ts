import { cleanText } from '../util/clean-text.ts';
import { fleetSummary } from './plan-summary.ts';
import { changeLines, type DiffPaint } from './print-changes-text.ts';
import type { ProjectChanges } from './project-changes.ts';

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
