import type { Host } from '../../host/host.ts';
import { fixedPart } from '../../host/path.ts';
import { fleetRoot } from '../../read/fleet/fleet-root.ts';
import { openFleet } from '../../read/fleet/open-fleet.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { findProjects } from '../../run/plan/find-projects.ts';
import { fleetTasks } from '../../run/plan/fleet-tasks.ts';
import { asItIs, asOwn, asShared, projectsOf } from '../fleet/layouts.ts';
import { type Layout, printFleetPlanJson, printFleetTables } from '../fleet/print-fleet.ts';

/** The options of `bitesize fleet`. */
export interface FleetOptions {
  readonly json?: true;
  readonly asOwn?: true;
  /** Projects for each controller, once for each layout. */
  readonly asShared: readonly number[];
}

/** Runs `bitesize fleet`: which Jenkinses there are, what they take, and what other layouts would take. */
export async function runFleet(
  host: Host,
  folders: readonly string[],
  { json, asOwn: own, asShared: shared }: FleetOptions,
): Promise<ExitCode> {
  const found = await findProjects(host, folders);
  const [wrong] = found.diagnostics;
  if (wrong !== undefined) return failed(host, wrong.message, exitCodes.usage);
  const options = {
    unknownFields: 'warn',
    allowPlainSecrets: true,
    findPlaceholders: false,
    mostFindings: 0,
  } as const;
  const { tasks, findings } = await fleetTasks(host, found.folders, {
    globs: found.globs,
    options,
    needsWhole: true,
  });
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === 'error');
  if (errors.length > 0)
    return failed(
      host,
      `\`controllers.bitesize\` has ${count(errors.length, 'error')}: \`bitesize check\` shows them`,
      exitCodes.errors,
    );
  const projects = projectsOf(tasks);
  const layouts: Layout[] = [{ name: 'as it is', controllers: await asItIs(host, tasks) }];
  if (own === true) layouts.push({ name: 'a Jenkins each', controllers: await asOwn(host, projects) });
  const like = shared.length === 0 ? undefined : await firstController(host, found.folders, found.globs);
  for (const each of shared)
    layouts.push({
      name: `${each} on each`,
      controllers: await asShared(host, projects, { count: each, like }),
    });
  host.stdout.write(json === true ? printFleetPlanJson(layouts) : printFleetTables(layouts));
  const broken = layouts.flatMap(({ controllers }) => controllers).filter((each) => each.errors > 0);
  for (const each of new Map(broken.map((one) => [one.name, one])).values())
    host.stderr.write(
      `error: \`${each.name}\` has ${count(each.errors, 'error')} and is not counted whole: \`bitesize check\` shows them\n`,
    );
  return broken.length > 0 ? exitCodes.errors : exitCodes.fine;
}

/** Another layout has the settings of a controller that there is. */
async function firstController(host: Host, folders: readonly string[], globs: readonly string[]) {
  for (const folder of folders) {
    const root = fleetRoot(host, folder, globs.map(fixedPart));
    const fleet = root && (await openFleet(host, root.folder));
    const [first] = fleet?.controllers ?? [];
    if (first !== undefined) return first.spec;
  }
  return undefined;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}
