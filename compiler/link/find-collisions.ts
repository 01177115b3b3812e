import type { InnerView } from '../../schema/generated/located.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { spanOf } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import { slug } from '../util/slug.ts';
import { type Claim, collisions, hostCollisions } from './collisions/claims.ts';
import { jobCollisions } from './collisions/job-collisions.ts';
import { isViewKind, itemOf } from './own-jobs/link-jobs.ts';
import type { Project } from './project.ts';
import { versionParameter } from './version-parameter.ts';

/**
 * Returns a finding for every two different names of a project that its output cannot tell apart: jobs, parameters,
 * folders, hosts and views. Kubernetes objects are compared when they are there.
 */
export function findCollisions(project: Project): readonly Diagnostic[] {
  return [
    ...jobCollisions(project),
    ...parameterCollisions(project),
    ...folderCollisions(project),
    ...hostCollisions(project),
    ...viewCollisions(project),
  ];
}

/** Returns a finding for every two environments whose manifests would go to one folder of the output. */
function folderCollisions({ environments }: Project): Diagnostic[] {
  const claims = environments.map(
    ({ spec: { name } }): Claim => ({
      key: slug(name.value),
      what: `environment \`${name.value}\``,
      name,
    }),
  );
  return collisions(claims, ({ what, key }, first, { span, labels }) =>
    diagnose('collision/folder', { what, other: first.what, folder: key }, span, {
      labels,
      help: 'choose names that differ in more than upper case, spaces and punctuation',
    }),
  );
}

/**
 * Returns a finding for every view whose name an earlier one has, in the same folder or inside the same view. Upper and
 * lower case count as the same: each view is written to a file of its name, and some file systems do not tell them apart.
 */
function viewCollisions({ settings, ownJobs }: Project): Diagnostic[] {
  const own = ownJobs.jobs.flatMap((job) => {
    const found = itemOf(job);
    return found !== undefined && isViewKind(found.kind) ? [found.item.name] : [];
  });
  return [
    ...repeatedViews([...settings.views.map(({ name }) => name), ...own]),
    ...ownJobs.jobs.flatMap((job) => innerViews(job['nested-view']?.views ?? [])),
  ];
}

function innerViews(views: readonly InnerView[]): Diagnostic[] {
  const names = views.flatMap((view) =>
    Object.values(view).flatMap((item) => ('name' in item ? [item.name] : [])),
  );
  return [...repeatedViews(names), ...views.flatMap((view) => innerViews(view['nested-view']?.views ?? []))];
}

function repeatedViews(names: readonly Sourced<string>[]): Diagnostic[] {
  const taken = new Map<string, Sourced<string>>();
  return names.flatMap((name) => {
    const key = name.value.toLowerCase();
    const first = taken.get(key);
    if (first === undefined) {
      taken.set(key, name);
      return [];
    }
    const label = spanOf(first.origin);
    return diagnose('link/duplicate-name', { noun: 'view', name: name.value }, spanOf(name.origin), {
      labels: label === undefined ? [] : [{ span: label, text: 'first defined here' }],
      help: 'give one of the two another name',
    });
  });
}

/** Returns a finding for every two names that would become one `_VERSION` parameter of a job. */
function parameterCollisions({ applications, environments }: Project): Diagnostic[] {
  const jobs = [
    applications.map(({ spec }) => claim('application', spec.name)),
    ...environments.map(({ services }) =>
      services.filter(({ kind }) => kind !== 'third-party').map(({ spec }) => claim('service', spec.name)),
    ),
  ];
  return jobs.flatMap((claims) =>
    collisions(claims, ({ what, key }, first, { span, labels }) =>
      diagnose('collision/parameter', { what, other: first.what, parameter: key }, span, {
        labels,
        help: 'choose names that differ in more than `-`, `_` and `.`',
      }),
    ),
  );
}

function claim(noun: string, name: Sourced<string>): Claim {
  return { key: versionParameter(name.value), what: `${noun} \`${name.value}\``, name };
}
