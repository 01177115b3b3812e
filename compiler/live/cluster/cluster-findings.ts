import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { count } from '../../report/summary.ts';
import { spanOf } from '../../text/origin.ts';
import type { Span } from '../../text/span.ts';
import { groupBy } from '../../util/group-by.ts';
import { type ClusterObject, groupOf } from './cluster-objects.ts';
import { type ComparedObject, type ComparedProject, isOwn } from './compare-project.ts';
import type { KubectlFailure, MissingRight, RefusalCause } from './kubectl-failure.ts';
import { differing, nearestOrigin, withoutEntries } from './object-entities.ts';

/** Returns what to tell about a failure that ends everything. */
export function endFinding(failure: KubectlFailure): Diagnostic {
  const { reason } = failure;
  switch (failure.kind) {
    case 'program':
      return diagnose('live/kubectl', { problem: reason }, undefined, {
        help: 'install kubectl 1.22 or newer, and `diff`, into a folder of PATH that is absolute and outside of the checkout',
      });
    case 'context':
      return diagnose('live/context', { problem: reason }, undefined, {
        help: '`kubectl config get-contexts` lists those of your kubeconfig, which KUBECONFIG names; pass one with `--cluster CONTEXT`',
      });
    case 'login':
      return diagnose('live/cluster-login', { reason }, undefined, {
        help: '`kubectl auth whoami` with the same context has to work first; login helpers are sought in the absolute folders of PATH',
      });
    default:
      return diagnose('live/cluster-unreachable', { reason }, undefined, {
        help: '`kubectl version` with the same context has to answer first; `kubectl config view --minify` says where it asks',
      });
  }
}

/** Whether the specs are compared to see what was changed, or to apply them. */
export type Purpose = 'drift' | 'plan';

/** Returns what is wrong with what was asked for, and what would be with applying it. */
export function clusterFindings(
  { objects, absentNamespaces }: ComparedProject,
  purpose: Purpose,
): readonly Diagnostic[] {
  return [
    ...namespaceFindings(objects, absentNamespaces),
    ...failureFindings(objects),
    ...(purpose === 'plan' ? [...refusalFindings(objects), ...conflictFindings(objects)] : []),
  ];
}

function namespaceFindings(
  objects: readonly ComparedObject[],
  absent: ReadonlySet<string>,
): readonly Diagnostic[] {
  const made = new Set(
    objects
      .map(({ object }) => object.id)
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ name }) => name),
  );
  const told = objects.flatMap(({ failure }) => (failure?.kind === 'no-namespace' ? failure.namespace : []));
  return [...new Set([...absent, ...told])]
    .filter((name) => !made.has(name))
    .map((namespace) => {
      const inside = objects.filter(({ object }) => object.id.namespace === namespace);
      return diagnose(
        'live/missing-namespace',
        { namespace, objects: manyObjects(inside) },
        spanAt(inside[0]?.object, 'metadata.namespace'),
        { help: `make it: \`kubectl create namespace ${namespace}\`; or is this the wrong cluster?` },
      );
    });
}

/** One finding for all objects that fail for the same reason. */
function failureFindings(objects: readonly ComparedObject[]): readonly Diagnostic[] {
  const groups = groupBy(
    objects.filter(({ failure }) => failure !== undefined),
    ({ failure, state }) => `${state === 'unread'} ${failureKey(failure)}`,
  );
  return [...groups.values()].flatMap((group): readonly Diagnostic[] => {
    const [first] = group;
    const { failure } = first ?? {};
    if (first === undefined || failure === undefined) return [];
    const named = manyObjects(group);
    const span = spanAt(first.object, 'kind');
    if (failure.kind === 'unknown-kind')
      return [
        diagnose('live/unknown-kind', { kind: failure.of, version: failure.version, objects: named }, span, {
          help: 'install the definition (CRD) of the kind, and what acts on it: the README of kubernetes/jenkins says what comes with it',
        }),
      ];
    if (failure.kind === 'refused' || failure.kind === 'no-namespace') return [];
    const reason = failure.kind === 'forbidden' ? rightReason(failure) : failure.reason;
    const parameters = { objects: named, reason };
    const help = failure.kind === 'forbidden' ? rightHelp(failure) : AGAIN;
    return [
      diagnose(first.state === 'unread' ? 'live/unread' : 'live/no-dry-run', parameters, span, { help }),
    ];
  });
}

const AGAIN = 'try again; `kubectl get` with the same context says more';

function failureKey(failure: KubectlFailure | undefined): string {
  if (failure?.kind === 'forbidden')
    return ['forbidden', failure.verb, failure.group, failure.resource, failure.namespace ?? ''].join(' ');
  if (failure?.kind === 'unknown-kind') return `unknown-kind ${failure.of} ${failure.version}`;
  return `${failure?.kind} ${failure?.reason}`;
}

/** What the server says names one object of many, and groups that go without saying. */
function rightReason(right: MissingRight): string {
  return `\`${right.user}\` may not ${right.verb} ${rightPlace(right)}`;
}

function rightHelp(right: MissingRight): string {
  return `give \`${right.user}\` the right to ${right.verb} ${rightPlace(right)}, or use a context of somebody who has it`;
}

function rightPlace({ resource, group, namespace }: MissingRight): string {
  const name = group === '' ? resource : `${resource}.${group}`;
  return `\`${name}\` ${namespace === undefined ? 'in the whole cluster' : `in \`${namespace}\``}`;
}

/** What the server refused, and what it would refuse where it may not be asked. */
function refusalFindings(objects: readonly ComparedObject[]): readonly Diagnostic[] {
  return objects.flatMap((compared) => {
    const { failure } = compared;
    if (failure?.kind === 'refused')
      return failure.causes
        .filter((cause) => !isDoneByJob(compared, cause))
        .map((cause) => refusal(compared, cause));
    return failure?.kind === 'forbidden' && compared.state === 'present' ? foreseen(compared) : [];
  });
}

/** The jobs end the rolling update of a Deployment before they apply one that is recreated. */
function isDoneByJob({ object }: ComparedObject, { field }: RefusalCause): boolean {
  return object.rollout?.recreated !== undefined && field === 'spec.strategy.rollingUpdate';
}

function refusal(compared: ComparedObject, cause: RefusalCause): Diagnostic {
  const { object } = compared;
  const path = changedPath(compared, cause.field);
  const field = path ?? cause.field;
  return diagnose(
    'live/refused-object',
    { object: calledObject(object), field, problem: cause.problem },
    spanAt(object, field === '' ? 'kind' : field),
    { help: whatToDo(compared, cause) },
  );
}

/** Returns the field that differs and that the server means, which counts entries and often names only what is around it. */
function changedPath({ wanted, live }: ComparedObject, field: string): string | undefined {
  if (live === undefined) return undefined;
  const meant = withoutEntries(field);
  const changed = differing(live.fields, wanted.fields).filter((path) => {
    const plain = withoutEntries(path);
    return meant === '' || plain === meant || plain.startsWith(`${meant}.`) || plain.startsWith(`${meant}[`);
  });
  return changed.find((path) => wanted.fields.has(path)) ?? changed[0];
}

/** Fields that the server changes in no object that is there, by kind (Kubernetes 1.37, `pkg/apis/*\/validation`). */
const IMMUTABLE: Readonly<Record<string, RegExp>> = {
  ClusterRoleBinding: /^roleRef\b/,
  DaemonSet: /^spec\.selector\b/,
  Deployment: /^spec\.selector\b/,
  Job: /^spec\.(?:selector|template|completionMode|podFailurePolicy|successPolicy|managedBy)\b/,
  PersistentVolumeClaim: /^spec\.(?!resources\b|volumeAttributesClassName\b)/,
  RoleBinding: /^roleRef\b/,
  Secret: /^type$/,
  Service: /^spec\.clusterIPs?\b/,
  StatefulSet:
    /^spec\.(?!replicas\b|ordinals\b|template\b|updateStrategy\b|revisionHistoryLimit\b|persistentVolumeClaimRetentionPolicy\b|minReadySeconds\b)/,
};

function foreseen(compared: ComparedObject): readonly Diagnostic[] {
  const { object, wanted, live } = compared;
  const immutable = IMMUTABLE[object.id.kind];
  return differing(live?.fields ?? new Map(), wanted.fields)
    .filter((path) => immutable?.test(path))
    .map((field) => refusal(compared, { field, problem: 'field is immutable' }));
}

const REMAKING = /immutable|may not be changed|cannot be changed|updates to statefulset spec/i;

function whatToDo({ object, state }: ComparedObject, { problem }: RefusalCause): readonly string[] {
  const { kind, name, namespace } = object.id;
  if (kind === 'PersistentVolumeClaim' && state === 'present')
    return [
      'take the edit back: a claim changes only by being deleted, with its data, and made anew',
      'or give the new one another name, and copy the data first',
    ];
  if (state !== 'present') return ['change the specs, or what the cluster allows'];
  const group = groupOf(object.id);
  const resource = `${kind.toLowerCase()}${group === '' ? '' : `.${group}`}/${name}`;
  const place = namespace === undefined ? '' : ` --namespace=${namespace}`;
  // Its pods go on without it, and the new one takes them over.
  const orphans = kind === 'StatefulSet' ? ' --cascade=orphan' : '';
  const remake = `\`kubectl delete ${resource}${place}${orphans}\`, and then ${applyingWords(object)} makes it anew${gap(kind)}`;
  if (REMAKING.test(problem)) return [`take the edit back; or ${remake}`];
  return [
    `change the specs; or take back by hand what somebody else put there: \`kubectl edit ${resource}${place}\``,
    `or ${remake}`,
  ];
}

function gap(kind: string): string {
  if (kind === 'Deployment' || kind === 'DaemonSet') return '; no pod runs in between';
  return kind === 'Service' ? '; nobody reaches it in between, and it gets another address' : '';
}

/** Returns who applies an object, as the subject of a sentence. */
export function applyingWords({ by, environment }: ClusterObject): string {
  if (by === 'people') return 'applying kubernetes/jenkins again';
  return by === 'deploy' ? `the job \`${environment}-deploy\`` : 'the job `service-manage`';
}

/** The controller is applied without `--force-conflicts`. */
function conflictFindings(objects: readonly ComparedObject[]): readonly Diagnostic[] {
  return objects.flatMap((compared) => {
    const { object, wanted, live, owners } = compared;
    if (object.by !== 'people' || live === undefined || compared.failure?.kind === 'refused') return [];
    const changed = differing(live.fields, wanted.fields);
    // Without force the server changes nothing that somebody else set.
    const others = owners.filter((owner) => !isOwn(object, owner));
    return others.flatMap(({ manager, paths }) => {
      const fields = changed.filter((path) => paths.has(path));
      const [first] = fields;
      if (first === undefined) return [];
      return [
        diagnose(
          'live/conflict',
          { object: calledObject(object), fields: manyFields(fields), owner: manager },
          spanAt(object, first),
          {
            help: 'put the value into the specs; or apply once more with `--force-conflicts`, which takes it back',
          },
        ),
      ];
    });
  });
}

/** Returns an object as messages call it. */
export function calledObject({ id: { kind, name, namespace } }: Pick<ClusterObject, 'id'>): string {
  return `\`${kind}/${name}\`${namespace === undefined ? '' : ` in \`${namespace}\``}`;
}

/** So many things are named in one message. */
const MOST_NAMED = 3;

function manyObjects(compared: readonly ComparedObject[]): string {
  const [first] = compared;
  if (first !== undefined && compared.length === 1) return calledObject(first.object);
  return several(
    compared.map(({ object }) => `\`${object.entity.name}\``),
    'object',
  );
}

/** Returns paths of fields as a sentence names them. */
export function manyFields(paths: readonly string[]): string {
  return several(
    paths.map((path) => `\`${path}\``),
    'field',
  );
}

function several(names: readonly string[], noun: string): string {
  const rest = names.length - MOST_NAMED;
  if (rest <= 0) return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `${names.slice(0, MOST_NAMED).join(', ')} and ${count(rest, `more ${noun}`)}`;
}

function spanAt(object: ClusterObject | undefined, path: string): Span | undefined {
  if (object === undefined) return undefined;
  const origin = object.entity.fields.get(path)?.origin ?? nearestOrigin(object.entity, path);
  return (origin && spanOf(origin)) ?? (object.entity.origin && spanOf(object.entity.origin));
}
