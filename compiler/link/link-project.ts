import type { Application, Component, SharedController } from '../../schema/generated/located.ts';
import { type Specs, settingsOf } from '../check/check-spec.ts';
import { isNothing } from '../check/read/read-scalar.ts';
import { jobNameProblem } from '../check/rules/job-names.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry, LocatedObject, Node } from '../source/node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { spanOf } from '../text/origin.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import type { Span } from '../text/span.ts';
import { isImagePath } from '../util/image-reference.ts';
import { newAllowance, type SuggestionAllowance, suggestion } from '../util/suggestion.ts';
import { checkCommitStatuses } from './commit-status.ts';
import { findCollisions } from './find-collisions.ts';
import { hostedSettings, hostingOf } from './hosting.ts';
import { linkEnvironments } from './link-environments.ts';
import { linkRequests } from './link-requests.ts';
import { duplicateNames, nameHelp } from './names.ts';
import { isViewKind, itemOf, linkJobs } from './own-jobs/link-jobs.ts';
import { resolveJobs } from './own-jobs/resolve-jobs.ts';
import type { LinkedApplication, LinkedBuild, LinkedFile, Producer, Project } from './project.ts';
import type { UnreadPart } from './unread-part.ts';

/** The roots of the files that were read, for names of entries that have mistakes. */
export type Roots = Readonly<Partial<Record<SpecKind, Node>>>;

/**
 * Returns the project that the specs describe together, and every name that does not resolve. `unread` are the files
 * with errors: what is not in them may only be misspelt there. `shared` is the controller that serves the project, where
 * it has no Jenkins of its own.
 */
export function linkProject(
  specs: Specs,
  roots: Roots,
  unread: ReadonlySet<UnreadPart>,
  shared?: SharedController,
): { project: Project; diagnostics: readonly Diagnostic[] } {
  const name = projectName(specs, roots);
  const own = settingsOf(specs);
  const hosting = shared && hostingOf(shared, name.value, own);
  const { settings, diagnostics: ofSettings } =
    hosting === undefined ? { settings: own, diagnostics: [] } : hostedSettings(specs.jenkins, own, hosting);
  const components = specs.build?.components ?? [];
  const applicationSpecs = applicationsOf(specs);
  const allowance = newAllowance();
  const applications = linkApplications(
    applicationSpecs,
    components,
    {
      declared: sureNames(
        roots.build,
        specs.build,
        ['components'],
        (name) => jobNameProblem(name) === undefined,
      ),
      areNone: roots.build === undefined && !unread.has('build'),
    },
    allowance,
  );
  const environments = linkEnvironments(specs.environments?.environments ?? [], {
    project: name.value,
    applications: applications.applications,
    declaredApplications: sureNames(
      roots.application,
      specs.application,
      ['applications', 'containers'],
      isImagePath,
    ),
    allowance,
  });
  const requests = linkRequests(components, {
    settings,
    unread,
    environments: environments.environments,
    allowance,
    applications: applications.applications,
  });
  const written: Project = {
    name: name.value,
    settings,
    ...(hosting === undefined ? {} : { hosting }),
    components,
    applications: applications.applications,
    environments: environments.environments,
    requests: requests.requests,
    ownJobs: linkJobs(specs.jobs),
  };
  // A job that has a mistake is still one that others may name.
  const ownNames =
    roots.jobs === undefined ? new Set<string>() : sureNames(roots.jobs, specs.jobs, ['jobs'], () => true);
  const isRead = [...unread].every((kind) => kind === 'jobs' && roots.jobs !== undefined);
  const resolved = resolveJobs(written, { declared: isRead ? ownNames : undefined, allowance });
  const project: Project = {
    ...written,
    ownJobs: { ...written.ownJobs, jobs: resolved.jobs, links: resolved.links },
  };
  return {
    project,
    diagnostics: [
      ...name.diagnostics,
      ...ofSettings,
      ...duplicateNames('component', components),
      ...duplicateNames(
        'job',
        written.ownJobs.jobs.flatMap((job) => {
          const found = itemOf(job);
          // Views are told with those inside them, and may have the name of a job.
          return found === undefined || isViewKind(found.kind) ? [] : [found.item];
        }),
      ),
      ...duplicateNames('application', applicationSpecs),
      ...applications.diagnostics,
      ...requests.diagnostics,
      ...checkCommitStatuses(components, settings, hosting !== undefined),
      ...environments.diagnostics,
      ...resolved.diagnostics,
      ...findCollisions(project),
    ],
  };
}

/** The list is called `applications` or `containers`; a file with both is reported by the schema's rules. */
function applicationsOf(specs: Specs): readonly Application[] {
  return [...(specs.application?.applications ?? []), ...(specs.application?.containers ?? [])];
}

function projectName(specs: Specs, roots: Roots): { value: Sourced<string>; diagnostics: Diagnostic[] } {
  const all = [specs.build, specs.application, specs.environments, specs.jenkins, specs.jobs];
  const names = all.flatMap((spec) => (spec?.project === undefined ? [] : [spec.project]));
  const count = (name: Sourced<string>) => names.filter(({ value }) => value === name.value).length;
  // The name that most files have, the first one where that decides nothing.
  const usual = names.reduce<Sourced<string> | undefined>(
    (best, name) => (best === undefined || count(name) > count(best) ? name : best),
    undefined,
  );
  if (usual === undefined) return noProject(roots);
  const diagnostics = names.filter((name) => name.value !== usual.value).map((name) => differs(name, usual));
  return { value: usual, diagnostics };
}

function noProject(roots: Roots): { value: Sourced<string>; diagnostics: Diagnostic[] } {
  // A file that is no mapping is reported as such, and may name the project when it is one; a wrong name is, too.
  const root = Object.values(roots).some((root) => root.kind !== 'mapping' || root.entries.some(isName))
    ? undefined
    : Object.values(roots)[0];
  const span: Span | undefined = root && {
    file: root.span.file,
    start: root.span.start,
    end: root.span.start,
  };
  const value = sourced('project', { kind: 'default', field: 'project' });
  if (span === undefined) return { value, diagnostics: [] };
  const missing = diagnose('link/no-project', { file: span.file.name }, span, {
    help: 'add `project: <name>`',
  });
  return { value, diagnostics: [missing] };
}

/** Whether something is written as the name of the project, be it refused or under a name that is nearly right. */
function isName({ key, value }: Entry): boolean {
  if (key.text === 'project') return value.kind !== 'scalar' || !isNothing(value);
  return suggestion(key.text, ['project']) !== undefined;
}

function differs(name: Sourced<string>, first: Sourced<string>): Diagnostic {
  const span = spanOf(first.origin);
  const parameters = { project: name.value, other: first.value, file: span?.file.name ?? 'another spec' };
  return diagnose('link/project-differs', parameters, spanOf(name.origin), {
    labels: span === undefined ? [] : [{ span, text: 'the other name' }],
    help: 'write the same name in all specs of the project',
  });
}

/**
 * Returns the names of the entries of root lists as they were written, whatever else is wrong with them: a component
 * with a mistake still exists, and a reference to it must not be reported as well. Undefined when it is not sure which
 * names there are: without the file, with a name that is missing, wrong or there twice, or where a field that nobody
 * knows may have been meant as the list. Each of those is reported as such.
 */
function sureNames(
  root: Node | undefined,
  spec: LocatedObject | undefined,
  lists: readonly string[],
  isName: (name: string) => boolean,
): ReadonlySet<string> | undefined {
  if (root === undefined) return undefined;
  const values = lists.flatMap((list) => fieldOf(root, list) ?? []);
  if (values.length === 0 && spec?.$.hasUnknown === true) return undefined;
  const entries = values.flatMap((value) => (value.kind === 'sequence' ? value.items : [value]));
  const names = entries.flatMap((item) => textOf(item, 'name'));
  const isSure = names.length === entries.length && names.every(isName);
  const found = new Set(names);
  return isSure && found.size === names.length ? found : undefined;
}

function textOf(node: Node, key: string): string[] {
  const value = fieldOf(node, key);
  return value?.kind === 'scalar' ? [value.text] : [];
}

function fieldOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;
}

/**
 * Returns the applications with the components that they are made of. The name of one that makes a package is only
 * checked when there is a build spec: a project may consist of applications alone. What is built of a repository, or
 * takes files, needs the component itself.
 */
function linkApplications(
  applications: readonly Application[],
  components: readonly Component[],
  { declared, areNone }: { readonly declared: ReadonlySet<string> | undefined; readonly areNone: boolean },
  allowance: SuggestionAllowance,
): { applications: readonly LinkedApplication[]; diagnostics: readonly Diagnostic[] } {
  const byName = new Map(components.map((component) => [component.name.value, component]));
  const diagnostics: Diagnostic[] = [];
  const linked = applications.map((spec): LinkedApplication => {
    const find = (name: Sourced<string>, does: Taking, at = spanOf(name.origin)): Component | undefined => {
      const component = byName.get(name.value);
      const isUnknown =
        declared === undefined ? areNone && does !== 'takes a package' : !declared.has(name.value);
      if (component === undefined && isUnknown) {
        const parameters = { application: spec.name.value, does, component: name.value };
        const help = nameHelp(name.value, components, 'component', allowance);
        diagnostics.push(diagnose('link/unknown-component', parameters, at, help));
      }
      return component;
    };
    const producers = spec.dependencies.flatMap((dependency): readonly Producer[] => {
      const name = dependency.origin?.build;
      const component = name && find(name, 'takes a package');
      return component === undefined ? [] : [{ dependency, component }];
    });
    const files = spec.files.flatMap((file): readonly LinkedFile[] => {
      const component = find(file.component, 'takes files');
      return component === undefined ? [] : [{ spec: file, component }];
    });
    const build = linkBuild(spec, find, diagnostics);
    return { spec, producers, files, ...(build === undefined ? {} : { build }) };
  });
  return { applications: linked, diagnostics };
}

/** What an application does with a component. */
type Taking = 'takes a package' | 'takes files' | 'is built';

/** The component of a Dockerfile is that of the application's name, unless another one is named. */
function linkBuild(
  { build, name }: Application,
  find: (name: Sourced<string>, does: Taking, at?: Span) => Component | undefined,
  diagnostics: Diagnostic[],
): LinkedBuild | undefined {
  if (build === undefined) return undefined;
  const component = find(
    build.component ?? name,
    'is built',
    spanOf(build.component?.origin ?? build.$.origin),
  );
  if (component === undefined) return undefined;
  if (component.repository !== undefined) return { spec: build, component, repository: component.repository };
  if (!component.$.fields.has('repository')) {
    const parameters = { application: name.value, component: component.name.value };
    const span = spanOf(component.name.origin);
    diagnostics.push(
      diagnose('link/no-repository', parameters, spanOf(build.component?.origin ?? build.$.origin), {
        labels: span === undefined ? [] : [{ span, text: 'the component' }],
        help: 'add `repository` with `git` to the component',
      }),
    );
  }
  return undefined;
}
