import { judgeValue } from '../../check/rules/secrets/find-secrets.ts';
import { maskSecrets } from '../../check/rules/secrets/mask-text.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Cause } from '../../diff/cause.ts';
import type { Change, FieldChange, RiskKind } from '../../diff/change.ts';
import { diffEntities } from '../../diff/diff-entities.ts';
import type { Entity, Field } from '../../diff/entity.ts';
import { type Mask, maskChanges, secretMask } from '../../diff/mask-secrets.ts';
import type { Host } from '../../host/host.ts';
import { type Kubectl, openKubectl } from '../../host/kubectl.ts';
import type { Compilation } from '../../pipeline.ts';
import { parseJson } from '../../util/parse-json.ts';
import {
  applyingWords,
  calledObject,
  clusterFindings,
  endFinding,
  manyFields,
  type Purpose,
} from './cluster-findings.ts';
import { clusterObjects } from './cluster-objects.ts';
import {
  type ComparedObject,
  type ComparedProject,
  compareProject,
  isOwn,
  managerOf,
} from './compare-project.ts';
import { endsAll, failuresOf } from './kubectl-failure.ts';
import { isRecord, textAt } from './object-data.ts';
import { differing } from './object-entities.ts';

/** A project whose objects are in the cluster. */
export interface ClusterProject {
  /** As the user named it; empty for the working folder. */
  readonly folder: string;
  readonly compilation: Compilation;
}

/** What is said about one project. */
export interface ClusterResult {
  readonly folder: string;
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  /** Sentences about what is no change: who changed something, and what waits. */
  readonly notes: readonly string[];
}

/** What is said about projects beside a cluster. */
export interface ClusterAnswer {
  /** In the order in which they were given; empty when the cluster could not be asked. */
  readonly projects: readonly ClusterResult[];
  /** What ends everything. */
  readonly diagnostics: readonly Diagnostic[];
  /** The context that was used, as far as it is known. */
  readonly context: string | undefined;
}

/**
 * Returns what was changed in a cluster: before is what the specs say, after is what the cluster has. Objects that are missing
 * are removed ones. `context` is one of the user's kubeconfig; the current one when absent.
 */
export function clusterDrift(
  host: Host,
  projects: readonly ClusterProject[],
  context: string | undefined,
): ClusterAnswer {
  return askCluster(host, projects, context, 'drift');
}

/**
 * Returns what applying the specs would change in a cluster: before is what the cluster has, after is what the specs say. What
 * the server would refuse is among the diagnostics.
 */
export function clusterPlan(
  host: Host,
  projects: readonly ClusterProject[],
  context: string | undefined,
): ClusterAnswer {
  return askCluster(host, projects, context, 'plan');
}

function askCluster(
  host: Host,
  projects: readonly ClusterProject[],
  context: string | undefined,
  purpose: Purpose,
): ClusterAnswer {
  const folders = projects.map(({ folder }) => folder);
  const opened = openKubectl(host, folders, context);
  if (!opened.ok) {
    const help = 'keep it outside, such as in a folder of the CI system, and name that in KUBECONFIG';
    const planted = diagnose('live/kubeconfig', { path: opened.kubeconfig }, undefined, { help });
    return { projects: [], diagnostics: [planted], context };
  }
  const { kubectl } = opened;
  const problem = reachProblem(kubectl);
  if (problem !== undefined) return { projects: [], diagnostics: [problem], context };
  const results: ClusterResult[] = [];
  for (const { folder, compilation } of projects) {
    const compared = compareProject(kubectl, clusterObjects(compilation), purpose === 'plan');
    // Half of the projects would look like all of them.
    if (compared.end !== undefined) return { projects: [], diagnostics: [endFinding(compared.end)], context };
    results.push(resultOf(folder, compared, secretMask(compilation.diagnostics), purpose));
  }
  return { projects: results, diagnostics: [], context: context ?? currentContext(kubectl) };
}

const OLDEST = 22;

/** Asks for both versions, which takes no right: whoever gets no answer here gets none at all. */
function reachProblem(kubectl: Kubectl): Diagnostic | undefined {
  const ran = kubectl.run(['version', '--output=json']);
  const said = ran.started ? parseJson(ran.stdout) : undefined;
  const version = isRecord(said) ? textAt(said, 'clientVersion', 'gitVersion') : undefined;
  const [, major = '1', minor] = /^v(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (minor !== undefined && Number(major) === 1 && Number(minor) < OLDEST)
    return endFinding({ kind: 'program', reason: `kubectl ${version} is too old` });
  if (ran.started && ran.code === 0 && minor !== undefined) return undefined;
  const failures = failuresOf(ran);
  const ends = failures.find(endsAll);
  if (ends !== undefined) return endFinding(ends);
  // Somebody who may not ask for the version may still ask for objects.
  if (minor !== undefined && failures[0].kind === 'forbidden') return undefined;
  return endFinding({ kind: 'unreachable', reason: failures[0].reason });
}

function currentContext(kubectl: Kubectl): string | undefined {
  const ran = kubectl.run(['config', 'current-context']);
  const name = ran.started && ran.code === 0 ? ran.stdout.trim() : '';
  return name === '' ? undefined : name;
}

function resultOf(folder: string, compared: ComparedProject, mask: Mask, purpose: Purpose): ClusterResult {
  const specs: Entity[] = [];
  const cluster: Entity[] = [];
  for (const { state, wanted, live } of compared.objects) {
    if (state === 'unread' || state === 'waiting') continue;
    specs.push(wanted);
    if (live !== undefined) cluster.push(live);
  }
  const changes = purpose === 'plan' ? diffEntities(cluster, specs) : diffEntities(specs, cluster);
  const wanted = new Map(specs.map((entity) => [entity.name, entity]));
  return {
    folder,
    changes: masked(
      changes.map((change) => asLive(change, wanted.get(change.name), purpose)),
      mask,
    ),
    diagnostics: clusterFindings(compared, purpose),
    notes: notesOf(compared, purpose).map((note) => mask(note)),
  };
}

/** What is no risk of somebody who only looks: nothing is applied, and nothing leaves the specs. */
const OF_APPLYING: ReadonlySet<RiskKind> = new Set([
  'data-lost',
  'history-lost',
  'left-behind',
  'not-applied',
]);

/** A line of the specs is never an old one here: only the cluster changes behind their back. */
function asLive(change: Change, wanted: Entity | undefined, purpose: Purpose): Change {
  const because: Cause | undefined =
    change.because ?? (wanted?.origin && { origin: wanted.origin, isOld: false });
  const isMissing = purpose === 'drift' && change.action === 'remove';
  return {
    ...change,
    ...(because === undefined ? {} : { because: { ...because, isOld: false } }),
    fields: change.fields.map((field) =>
      field.because === undefined ? field : { ...field, because: { ...field.because, isOld: false } },
    ),
    risks:
      purpose === 'plan'
        ? change.risks
        : change.risks.filter(({ kind }) => !isMissing && !OF_APPLYING.has(kind)),
  };
}

/** What a reader sees instead of a secret. */
const HIDDEN = '********';

/** Somebody may have put a secret into the cluster that no spec knows: a Secret is one, and what its name gives away. */
function masked(changes: readonly Change[], mask: Mask): readonly Change[] {
  return maskChanges(changes, mask).map((change) => {
    const kind = change.name.split('/').at(-2);
    return { ...change, fields: change.fields.map((field) => maskedField(kind, field)) };
  });
}

function maskedField(kind: string | undefined, { before, after, ...field }: FieldChange): FieldChange {
  const isSecret = kind === 'Secret' && /^(?:data|stringData)\b/.test(field.path);
  const name = nameOf(field.path);
  const hide = (found: Field): Field => {
    const isHidden = isSecret || judgeValue(name, found.value) !== 'harmless';
    return { ...found, value: isHidden ? HIDDEN : maskSecrets(found.value) };
  };
  return {
    ...field,
    ...(before === undefined ? {} : { before: hide(before) }),
    ...(after === undefined ? {} : { after: hide(after) }),
  };
}

/** The name of a variable, or of a key: `spec.template.spec.containers[web].env[TOKEN].value`, `data.TOKEN`. */
function nameOf(path: string): string {
  return /\[([^\]]*)\]\.value$/.exec(path)?.[1] ?? /([^.[\]]*)\]?$/.exec(path)?.[1] ?? '';
}

function notesOf({ objects, warnings }: ComparedProject, purpose: Purpose): readonly string[] {
  return [
    ...objects.flatMap(ownerNotes),
    ...(purpose === 'drift' ? objects.flatMap(refusedNote) : []),
    ...objects.flatMap(({ object, state }) =>
      state === 'waiting'
        ? [
            `${calledObject(object)} is not there yet: ${applyingWords(object)} makes it when it first deploys`,
          ]
        : [],
    ),
    ...objects.flatMap(({ object, isBeingDeleted }) =>
      isBeingDeleted ? [`${calledObject(object)} is being deleted`] : [],
    ),
    ...warnings.map((warning) => `the server warns: ${warning}`),
  ];
}

/** Who set what differs; where it is our own manager, the specs changed and were not applied since. */
function ownerNotes({ object, wanted, live, owners }: ComparedObject): readonly string[] {
  const changed = live === undefined ? [] : differing(live.fields, wanted.fields);
  if (changed.length === 0) return [];
  const others = owners.filter((owner) => !isOwn(object, owner));
  const notes = others.flatMap(({ manager, time, paths }) => {
    const fields = changed.filter((path) => paths.has(path));
    if (fields.length === 0) return [];
    return [
      `${calledObject(object)}: \`${manager}\` set ${manyFields(fields)}${time === undefined ? '' : ` at ${time}`}`,
    ];
  });
  const ours = owners.find((owner) => isOwn(object, owner));
  const own = changed.filter(
    (path) => ours?.paths.has(path) === true && !others.some(({ paths }) => paths.has(path)),
  );
  if (own.length === 0) return notes;
  const when = ours?.time === undefined ? '' : `, last at ${ours.time}`;
  return [
    ...notes,
    `${calledObject(object)}: ${manyFields(own)} ${own.length === 1 ? 'is' : 'are'} as \`${managerOf(object)}\` applied ${own.length === 1 ? 'it' : 'them'}${when}: the specs changed since`,
  ];
}

function refusedNote({ object, failure }: ComparedObject): readonly string[] {
  if (failure?.kind !== 'refused') return [];
  return [
    `${calledObject(object)}: the server refuses to apply it over what is there: ${failure.causes.map(({ field, problem }) => `${field === '' ? '' : `\`${field}\`: `}${problem}`).join('; ')}`,
  ];
}
