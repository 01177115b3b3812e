import type { Jenkins, JobPlugin, Plugin } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { ownJobs } from '../../link/own-jobs/link-jobs.ts';
import type { Project } from '../../link/project.ts';
import type { PluginPlan } from '../../model/controller/controller.ts';
import type { Catalogue } from '../../plugins/catalogue.ts';
import { ltsCatalogue } from '../../plugins/lts-catalogue.ts';
import type { PluginProblem } from '../../plugins/plugin-problem.ts';
import { resolvePlugins } from '../../plugins/resolve-plugins.ts';
import type { PluginNeed, PluginPin } from '../../plugins/resolved-plugin.ts';
import { fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Lowered } from '../lowered.ts';
import { areOfSeveral, problemDiagnostics } from './problem-diagnostics.ts';

/**
 * Returns every plugin of the controller of one project, or of several with the controller itself first, in one
 * version: what `needs` (of jobs and init scripts) and the settings ask for, and what those depend on. Problems are reported at the place of the spec that leads to them.
 *
 * The catalogue is that of the LTS line of the settings. It holds the plugins that bitesize itself asks for; a project
 * that names others is given a fuller one.
 */
export function lowerPlugins(
  projects: readonly [SettingsAndJobs, ...SettingsAndJobs[]],
  needs: readonly PluginNeed<Origin>[],
  catalogue: Catalogue | undefined = ltsCatalogue(catalogueLine(projects[0].settings)),
): Lowered<PluginPlan> {
  const { settings } = projects[0];
  const { version, lts } = settings;
  const line = catalogueLine(settings);
  if (catalogue === undefined) {
    const unknown = diagnose('plugin/unknown-line', { line: lts.value }, spanOf(lts.origin));
    return { value: { core: version, line, catalogueDate: '', plugins: [] }, diagnostics: [unknown] };
  }
  const all = [...needs, ...projects.flatMap(settingsNeeds)];
  const { plugins, problems } = resolvePlugins(all, catalogue, {
    core: version.value,
    pins: projects.flatMap(settingsPins),
  });
  const context = { settings, plugins, controller: projects.length === 1 ? undefined : projects[0].name };
  return {
    value: { core: version, line, catalogueDate: catalogue.date, plugins },
    diagnostics: oneOfEachPin(onceOfDiffering(problems)).flatMap((problem) =>
      problemDiagnostics(problem, context),
    ),
  };
}

/** What else is wrong with a plugin that two projects pin differently goes away with that, or is told then. */
function onceOfDiffering(problems: readonly PluginProblem<Origin>[]): readonly PluginProblem<Origin>[] {
  const differing = new Set(
    problems.flatMap((problem) =>
      problem.kind === 'conflicting-pins' && areOfSeveral(problem.pins) ? [problem.id] : [],
    ),
  );
  return problems.filter(
    (problem) => problem.kind === 'conflicting-pins' || !('pin' in problem) || !differing.has(problem.id),
  );
}

/** What is told about a version that is to be replaced: the first of these that holds, the others go away with it. */
const byWeight: readonly PluginProblem<Origin>['kind'][] = [
  'below-minimum',
  'security-warning',
  'below-bundled',
  'unlisted-release',
];

/** Returns the problems, of those about one pinned version the heaviest alone. */
function oneOfEachPin(problems: readonly PluginProblem<Origin>[]): readonly PluginProblem<Origin>[] {
  const weight = (problem: PluginProblem<Origin>) => byWeight.indexOf(problem.kind);
  const pinOf = (problem: PluginProblem<Origin>) =>
    'pin' in problem && weight(problem) >= 0 ? problem.pin : undefined;
  const heaviest = new Map<PluginPin<Origin>, number>();
  for (const problem of problems) {
    const pin = pinOf(problem);
    if (pin !== undefined) heaviest.set(pin, Math.min(weight(problem), heaviest.get(pin) ?? byWeight.length));
  }
  return problems.filter((problem) => {
    const pin = pinOf(problem);
    return pin === undefined || heaviest.get(pin) === weight(problem);
  });
}

function catalogueLine({ lts }: Project['settings']): string {
  return `${lts.value}.x`;
}

/** Returns the plugins that the specs name: of their own, for files, and for XML of jobs. */
function settingsNeeds(project: SettingsAndJobs): readonly PluginNeed<Origin>[] {
  const { settings, hosting } = project;
  const ofProject = hosting === undefined ? {} : { project: hosting.folder };
  const own = settings.plugins.map((plugin) => need(plugin, `asked for by ${fileOf(plugin)}`));
  const files = namedFiles(settings).flatMap(({ file, plugins }) =>
    plugins.map((plugin) => need(plugin, `used by ${file.value}`, file.origin)),
  );
  const xml = xmlOfJobs(project).flatMap(({ job, plugins }) =>
    plugins.map((plugin) => need(plugin, `used by the job ${job.value}`, job.origin)),
  );
  return [...own, ...files, ...xml].map((each) => ({ ...each, ...ofProject }));
}

/** Returns the versions that the specs fix. */
function settingsPins(project: SettingsAndJobs): readonly PluginPin<Origin>[] {
  const { settings, hosting } = project;
  const ofProject = hosting === undefined ? {} : { project: hosting.folder };
  return [settings.plugins, ...[...namedFiles(settings), ...xmlOfJobs(project)].map((entry) => entry.plugins)]
    .flat()
    .flatMap(({ id, version }) =>
      version === undefined
        ? []
        : [{ id: id.value, version: version.value, origin: version.origin, ...ofProject }],
    );
}

type SettingsAndJobs = Pick<Project, 'name' | 'settings' | 'ownJobs' | 'hosting'>;

/** What jobs say in XML, with the plugins that the specs name for it. */
interface XmlOfJob {
  readonly job: Sourced<string>;
  readonly plugins: readonly NamedPlugin[];
}

type NamedPlugin = Plugin | JobPlugin;

function xmlOfJobs(project: SettingsAndJobs): readonly XmlOfJob[] {
  const own = ownJobs(project.ownJobs).flatMap((spec): readonly XmlOfJob[] => {
    const entries = 'plugins' in spec ? [spec] : spec.fragments;
    return entries.map(({ plugins }) => ({ job: spec.name, plugins }));
  });
  return [...project.settings.job_xml, ...own];
}

/** The project's own files. */
function namedFiles({ job_dsl, configuration_as_code, init_scripts }: Jenkins) {
  return [...job_dsl, ...configuration_as_code, ...init_scripts];
}

function need({ id, why, $ }: NamedPlugin, reason: string, named?: Origin): PluginNeed<Origin> {
  const said = why?.origin ?? named;
  return {
    id: id.value,
    reason: why?.value ?? reason,
    origin: fromSeveral([id.origin, $.origin]),
    ...(said === undefined ? {} : { named: said }),
  };
}

function fileOf({ $ }: NamedPlugin): string {
  return spanOf($.origin)?.file.name ?? 'the settings';
}
