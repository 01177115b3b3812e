import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedEnvironment } from '../../link/project.ts';
import type { PodLevel } from '../../model/kubernetes/environment.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { groupBy } from '../../util/group-by.ts';
import { controllerNames } from '../controller/controller-names.ts';
import type { Scope } from './scope.ts';

const hardened = fromPolicy(
  "System calls are limited to the container runtime's default set. Nothing more is forced: the images are the users' own, and may need root or a writable root file system.",
);
const standard = fromPolicy('What the level "restricted" of Pod Security asks for.');
const restarts = fromPolicy(
  'Changing the owner of every file of a large volume takes minutes at each start.',
);

/**
 * Returns the security context of the pods of a service. Without a word in the specs it is the one that container
 * runtimes gave to images before Kubernetes. Follows the Pod Security Standards.
 */
export function podSecurity(scope: Scope, service: Service): Traceable {
  const user = userOf(scope.environment, service);
  return {
    runAsNonRoot: restricted(scope, service, true),
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy:
      user === undefined ? undefined : sourced('OnRootMismatch', fromSeveral([user.origin, restarts])),
    seccompProfile: sourced<Traceable>({ type: 'RuntimeDefault' }, hardened),
  };
}

/** Returns the security context of each container of a service; undefined where the specs ask for none. */
export function containerSecurity(scope: Scope, service: Service): Traceable | undefined {
  return restricted(scope, service, {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  });
}

function restricted(scope: Scope, service: Service, value: Traceable): Traceable | undefined {
  const level = levelOf(scope.environment, service);
  if (level?.value !== 'restricted') return undefined;
  return sourced(value, fromSeveral([level.origin, standard]));
}

/** An empty choice is none. */
function levelOf({ spec }: LinkedEnvironment, service: Service): Sourced<PodLevel> | undefined {
  return level(service.pod_security) ?? level(spec.pod_security);
}

function level(value: Sourced<string> | undefined): Sourced<PodLevel> | undefined {
  if (value?.value !== 'baseline' && value?.value !== 'restricted') return undefined;
  return sourced(value.value, value.origin);
}

function userOf({ spec }: LinkedEnvironment, service: Service): Sourced<number> | undefined {
  return service.run_as_user ?? spec.run_as_user;
}

/**
 * Returns the level that the namespace of an environment has to enforce: the strictest that all pods there keep to.
 * Undefined where the specs say nothing of it, and for a namespace of Jenkins, whose own pods decide.
 */
export function namespaceLevel({ project, environment }: Scope): Sourced<PodLevel> | undefined {
  const { namespace, agentNamespace, privilegedNamespace } = controllerNames(project);
  const ofJenkins = [namespace, agentNamespace, privilegedNamespace].map(({ value }) => value);
  if (ofJenkins.includes(environment.namespace.value)) return undefined;
  const sharing = byNamespace(project.environments).get(environment.namespace.value) ?? [];
  const levels = sharing.flatMap((each) => [
    level(each.spec.pod_security),
    ...each.services.filter(hasPods).map(({ spec }) => levelOf(each, spec)),
  ]);
  const said = levels.filter((each) => each !== undefined);
  if (said.length === 0) return undefined;
  const lowest = levels.every((each) => each?.value === 'restricted') ? 'restricted' : 'baseline';
  return sourced(lowest, fromSeveral(said.map(({ origin }) => origin)));
}

const groups = new WeakMap<readonly LinkedEnvironment[], ReadonlyMap<string, readonly LinkedEnvironment[]>>();

/** Returns the environments of a project by their namespaces; there may be thousands, each of which asks. */
function byNamespace(environments: readonly LinkedEnvironment[]) {
  const known = groups.get(environments) ?? groupBy(environments, ({ namespace }) => namespace.value);
  groups.set(environments, known);
  return known;
}

function hasPods({ kind }: LinkedEnvironment['services'][number]): boolean {
  return kind !== 'third-party';
}

/** Whether a user is written that was refused, or something that may be one: that is told where it stands. */
function mayNameUser({ $ }: Service | LinkedEnvironment['spec']): boolean {
  return $.hasUnknown === true || $.fields.has('run_as_user');
}

/** Reports a level at which no image runs as root, where some images decide as whom they run; once an environment. */
export function checkUsers({ environment, report }: Scope): void {
  const open = environment.services.filter(
    (service) =>
      hasPods(service) &&
      levelOf(environment, service.spec)?.value === 'restricted' &&
      userOf(environment, service.spec) === undefined &&
      ![service.spec, environment.spec].some(mayNameUser),
  );
  const [first] = open;
  if (first === undefined) return;
  const services = open.map(({ spec }) => `\`${spec.name.value}\``).join(', ');
  const origin = levelOf(environment, first.spec)?.origin ?? first.spec.$.origin;
  report(
    diagnose('kubernetes/user-of-image', { services }, spanOf(origin), {
      help: [
        'add `run_as_user: 1000`, or the number that the images are made for',
        'or give each image a `USER` with a number, and say so with `bitesize-ignore`',
      ],
    }),
  );
}
