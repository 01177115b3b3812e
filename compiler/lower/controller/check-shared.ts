import { referencesIn } from '../../check/references.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Label } from '../../diagnostics/diagnostic.ts';
import type { Hosting } from '../../link/hosting.ts';
import type { Project } from '../../link/project.ts';
import type { Controller } from '../../model/controller/controller.ts';
import { type Origin, spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { withoutSlashes } from '../../util/without-slashes.ts';
import { buildUser, seedUser } from '../hosted-names.ts';
import { controllerNames } from './controller-names.ts';
import { seedMode } from './controller-scope.ts';

/** A project of a shared controller, and its part of that Jenkins. */
interface ServedPart {
  readonly project: Project & { readonly hosting: Hosting };
  readonly controller: Controller;
}

/**
 * Returns what keeps the projects of a shared controller from being apart: what two of them have in common, and what the
 * controller lacks.
 */
export function checkShared(controller: Project, parts: readonly ServedPart[]): readonly Diagnostic[] {
  return [
    ...checkSeedMode(controller),
    ...checkAccounts(controller, parts),
    ...checkFolders(parts),
    ...checkNamespaces(controller, parts),
    ...checkForeignNames(parts),
  ];
}

function checkSeedMode({ name, settings }: Project): readonly Diagnostic[] {
  const mode = seedMode(settings);
  if (mode.value === 'repository' && settings.seed.repository !== undefined) return [];
  const span = spanOf(mode.origin) ?? settings.seed.$.span ?? spanOf(name.origin);
  return [
    diagnose('fleet/seed-mode', { controller: name.value }, span, {
      help: 'set `seed.repository` of the controller to the repository that the compiled output is committed to',
    }),
  ];
}

/** Users that builds run as have to be known where accounts come from; those of a project's own database are made. */
function checkAccounts({ name, settings }: Project, parts: readonly ServedPart[]): readonly Diagnostic[] {
  const { type } = settings.realm;
  if (type.value === 'ldap' && parts.length > 0) {
    const accounts = parts.map(({ project }) => `\`${buildUser(project.hosting).value}\``).join(', ');
    const parameters = { controller: name.value, accounts };
    const help =
      'add accounts with these names to the directory, which nobody can log in with; builds that start no other job run without';
    return [
      diagnose('fleet/realm-accounts', parameters, spanOf(type.origin) ?? spanOf(name.origin), { help }),
    ];
  }
  return settings.users.flatMap((user) =>
    parts.flatMap(({ project }): Diagnostic[] => {
      const taken = [seedUser(project.hosting), buildUser(project.hosting)];
      if (!taken.some(({ value }) => value.toLowerCase() === user.name.value.toLowerCase())) return [];
      const parameters = { name: user.name.value, project: project.name.value };
      return [
        diagnose('fleet/reserved-user', parameters, spanOf(user.name.origin), {
          help: 'give the user another name',
        }),
      ];
    }),
  );
}

function checkFolders(parts: readonly ServedPart[]): readonly Diagnostic[] {
  const taken = new Map<string, ServedPart>();
  return parts.flatMap((part): Diagnostic[] => {
    const { hosting, name } = part.project;
    const first = taken.get(hosting.slug.value);
    if (first === undefined) {
      taken.set(hosting.slug.value, part);
      return [];
    }
    const parameters = {
      folder: hosting.folder.value,
      controller: hosting.controller.value,
      other: first.project.name.value,
    };
    return [
      diagnose('fleet/shared-folder', parameters, spanOf(hosting.folder.origin) ?? spanOf(name.origin), {
        labels: labelAt(first.project.hosting.folder.origin, 'the first one'),
        help: 'give one of the two a `folder` of its own in jenkins.bitesize; capital letters and signs do not tell them apart',
      }),
    ];
  });
}

interface UsedNamespace {
  readonly by: string;
  readonly slug: string | undefined;
  readonly origin: Origin;
}

/**
 * Agents may be in no namespace that something of the controller or of another project runs in, and environments in none
 * of the controller: who deploys there reads the Secrets of all projects.
 */
function checkNamespaces(controller: Project, parts: readonly ServedPart[]): readonly Diagnostic[] {
  const own = controllerNames(controller);
  const used = new Map<string, UsedNamespace[]>();
  const use = ({ value, origin }: Sourced<string>, by: string, slug: string | undefined): void => {
    used.set(value, [...(used.get(value) ?? []), { by, slug, origin }]);
  };
  use(own.namespace, 'does Jenkins itself', undefined);
  for (const namespace of [own.agentNamespace, own.privilegedNamespace])
    use(namespace, 'do the agents that run seed jobs', undefined);
  const environments = parts.flatMap(({ project }) =>
    project.environments.flatMap(({ spec, namespace }): Diagnostic[] => {
      const [other] = used.get(namespace.value) ?? [];
      if (other === undefined) return [];
      const parameters = { environment: spec.name.value, namespace: namespace.value, other: other.by };
      return [
        diagnose(
          'fleet/environment-namespace',
          parameters,
          spanOf(namespace.origin) ?? spanOf(spec.name.origin),
          {
            labels: labelAt(other.origin, 'the controller'),
            help: 'give the environment another namespace',
          },
        ),
      ];
    }),
  );
  for (const { project } of parts) {
    for (const { spec, namespace } of project.environments) {
      const by = `does environment \`${spec.name.value}\` of project \`${project.name.value}\``;
      use(namespace, by, project.hosting.slug.value);
    }
  }
  const agents = parts.flatMap(({ project, controller: part }) => {
    const { slug } = project.hosting;
    return agentNamespaces(part).flatMap((namespace): Diagnostic[] => {
      const other = used.get(namespace.value)?.find((each) => each.slug !== slug.value);
      use(namespace, `do those of project \`${project.name.value}\``, slug.value);
      if (other === undefined) return [];
      const span = spanOf(namespace.origin) ?? spanOf(project.name.origin);
      return [
        diagnose('fleet/agent-namespace', { namespace: namespace.value, other: other.by }, span, {
          labels: labelAt(other.origin, 'the other one'),
          help: 'give the agents of each project a namespace of their own in `kubernetes.agent_namespace` and `kubernetes.privileged_namespace`, or leave these out',
        }),
      ];
    });
  });
  return [...environments, ...agents];
}

/** Returns the namespaces of the agents of a project, each once. */
function agentNamespaces({ initScripts }: Controller): readonly Sourced<string>[] {
  const found = new Map<string, Sourced<string>>();
  for (const script of initScripts) {
    if (script.kind !== 'agents') continue;
    const all = [
      script.agentNamespace ?? script.namespace,
      ...script.agents.flatMap(({ namespace }) => namespace ?? []),
    ];
    for (const namespace of all) if (!found.has(namespace.value)) found.set(namespace.value, namespace);
  }
  return [...found.values()];
}

/** Jobs and agents that a project counts on without having them are not those of another project. */
function checkForeignNames(parts: readonly ServedPart[]): readonly Diagnostic[] {
  const owners = new Map(
    parts.map(({ project }) => [project.hosting.folder.value.toLowerCase(), project] as const),
  );
  const labels = new Map(
    parts.flatMap(({ project, controller }) =>
      controller.initScripts.flatMap((script) =>
        script.kind === 'agents'
          ? script.agents.flatMap(({ label }) =>
              label.value.split(' ').map((each) => [each, project] as const),
            )
          : [],
      ),
    ),
  );
  return parts.flatMap(({ project }) => {
    const { external } = project.ownJobs;
    const told = new Set<string>();
    const found = (what: string, name: Sourced<string>, owner: Project | undefined): Diagnostic[] => {
      const key = `${what} ${withoutSlashes(name.value)}`;
      if (owner === undefined || owner === project || told.has(key)) return [];
      told.add(key);
      const parameters = { what, name: name.value, project: owner.name.value };
      return [
        diagnose('fleet/foreign-name', parameters, spanOf(name.origin), {
          help: 'remove it; projects that need each other belong on a controller of their own, or into one project',
        }),
      ];
    };
    const ownerOf = (job: string): Project | undefined =>
      owners.get(withoutSlashes(job).toLowerCase().split('/')[0] ?? '');
    return [
      ...[...(external?.jobs ?? []), ...absoluteNames(project)].flatMap((job) =>
        found('job', job, ownerOf(job.value)),
      ),
      ...(external?.labels ?? []).flatMap((label) => found('label', label, labels.get(label.value))),
    ];
  });
}

/** Returns the names of jobs that begin at the top of Jenkins. */
function absoluteNames({ ownJobs }: Project): readonly Sourced<string>[] {
  const { schema } = specSchemas.jobs;
  const node = schema.definitions?.Job ?? {};
  return ownJobs.jobs.flatMap((job) =>
    referencesIn(job, node, schema).flatMap(({ refers, name }) =>
      jobKinds.has(refers) && name.value.startsWith('/') ? [name] : [],
    ),
  );
}

const jobKinds: ReadonlySet<string> = new Set(['job', 'upstream-job', 'downstream-job']);

function labelAt(origin: Origin, text: string): readonly Label[] {
  const span = spanOf(origin);
  return span === undefined ? [] : [{ span, text }];
}
