import type { Volume } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromDefault, fromPolicy, fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import {
  joined,
  joinTexts,
  originsOf,
  plainValue,
  type Traceable,
  type Valued,
} from '../../text/traced-text.ts';
import { groupBy } from '../../util/group-by.ts';
import { canonicalQuantity } from '../../util/quantity.ts';
import { autoscaled } from './autoscaler.ts';
import { projectLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import type { Scope } from './scope.ts';
import { isBlueGreen, variantsOf } from './variant.ts';

/** The classes that the operator wrote; a kind that the settings do not list keeps its class. */
const defaultClasses: ReadonlyMap<string, Sourced<string>> = new Map([
  ['ebs', sourced('aws-ebs', fromDefault('jenkins.environments.storage_classes.ebs'))],
  ['efs', sourced('aws-efs', fromDefault('jenkins.environments.storage_classes.efs'))],
]);

/** Returns the storage class for a kind of volume in any case; reports a kind without one. */
function storageClass(scope: Scope, type: Sourced<string>): Sourced<string> | undefined {
  const kind = type.value.toLowerCase();
  const settings = Object.entries(scope.project.settings.environments.storage_classes);
  const classes = new Map([
    ...defaultClasses,
    ...settings.map(([key, value]) => [key.toLowerCase(), value] as const),
  ]);
  const found = classes.get(kind);
  if (found !== undefined) return sourced(found.value, fromSeveral([type.origin, found.origin]));
  const known = ['secret', 'configmap', ...classes.keys()].map((name) => `\`${name}\``).join(', ');
  scope.report(
    diagnose('kubernetes/unknown-volume-type', { type: type.value }, spanOf(type.origin), {
      help: [`use one of ${known}`, 'or add the kind to `environments.storage_classes` of jenkins.bitesize'],
    }),
  );
  return undefined;
}

/** The access modes of Kubernetes 1.30 and newer. */
const known = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** Returns the access modes of a volume, each once. The operator dropped the ones that it did not know. */
function accessModes(scope: Scope, { modes }: Volume): Traceable {
  const names = splitModes(modes.value);
  for (const mode of names) {
    if (known.includes(mode)) continue;
    scope.report(
      diagnose('kubernetes/unknown-access-mode', { mode }, spanOf(modes.origin), {
        help: `use one or more of ${known.map((name) => `\`${name}\``).join(', ')}`,
      }),
    );
  }
  const problem = modesProblem(names);
  if (problem !== undefined) {
    scope.report(
      diagnose('kubernetes/access-modes', { modes: modes.value, problem }, spanOf(modes.origin), {
        help: 'write one mode, such as `modes: ReadWriteOnce`',
      }),
    );
  }
  return names.map((mode) => sourced(mode, modes.origin));
}

function modesProblem(modes: readonly string[]): string | undefined {
  if (modes.length === 0) return 'there is none';
  const alone = modes.length > 1 && modes.includes('ReadWriteOncePod');
  return alone ? '`ReadWriteOncePod` stands alone or not at all' : undefined;
}

/** Returns the single modes of a comma list. */
function splitModes(modes: string): readonly string[] {
  return [...new Set(modes.split(',').map((mode) => mode.trim()))].filter((mode) => mode !== '');
}

/** A claim where it is mounted. */
interface Use {
  readonly volume: Volume;
  readonly service: LinkedService;
}

/**
 * Returns one PersistentVolumeClaim for each name that the pods of an environment mount. A claim belongs to all of
 * them: the operator labelled it with the service, path and colour that came last, so its labels never settled.
 */
export function claims(scope: Scope): readonly KubernetesObject[] {
  const uses = scope.environment.services
    .filter(({ kind }) => kind !== 'third-party')
    .flatMap((service) => volumesOf(service).map((volume): Use => ({ volume, service })));
  const byName = groupBy(uses, ({ volume }) => volume.name.value);
  return [...byName.values()].flatMap((all) => {
    const [first, ...others] = all;
    if (first === undefined) return [];
    for (const other of others) checkSame(scope, first.volume, other.volume);
    checkClass(scope, first.volume);
    for (const use of all) checkPods(scope, use);
    const named = fromSeveral(all.map(({ volume }) => volume.name.origin));
    return [
      claim(scope, { ...first.volume, name: sourced(first.volume.name.value, named) }, sharers(scope, all)),
    ];
  });
}

function volumesOf({ spec }: LinkedService): Volume[] {
  const all = [...spec.volumes, ...spec.init_containers.flatMap((container) => container.volumes)];
  return all.filter((volume) => volumeKind(volume) === 'claim');
}

function claim(scope: Scope, volume: Volume, shared: readonly Sourced<string>[]): KubernetesObject {
  const { name, size, type, $ } = volume;
  if (size === undefined) {
    scope.report(
      diagnose('kubernetes/claim-without-size', { volume: name.value }, spanOf($.origin), {
        help: 'add `size`, such as `size: 10Gi`',
      }),
    );
  }
  return namespacedObject(scope, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    name,
    labels: { name, ...projectLabels(scope) },
    body: {
      spec: {
        accessModes: accessModes(scope, volume),
        ...storage(scope, volume),
        resources: { requests: { storage: size?.map(canonicalQuantity) ?? '' } },
      },
    },
    comments: shared.length > 1 ? [mounted(name, shared)] : [],
    // Others keep a claim that they share.
    origin: shared.length > 1 ? $.origin : fromSeveral([type.origin, name.origin, $.origin]),
  });
}

function mounted(name: Sourced<string>, shared: readonly Sourced<string>[]): Valued<string> {
  const text = joined`Mounted by ${joinTexts(shared, ', ')}: they share this one claim.`;
  return sourced(plainValue(text), fromSeveral([...originsOf(text), name.origin]));
}

/** Dynamic storage comes from a class; manual storage is a volume that carries the label `name` of the claim. */
function storage(scope: Scope, { name, type, provisioning }: Volume): Record<string, Traceable> {
  if (provisioning.value === 'manual') {
    const origin = fromSeveral([
      provisioning.origin,
      fromPolicy('An empty class keeps a default storage class from making another volume.'),
    ]);
    const selector = sourced<Traceable>({ matchLabels: { name } }, provisioning.origin);
    return { storageClassName: sourced('', origin), selector };
  }
  const storageClassName = storageClass(scope, type);
  if (storageClassName === undefined) return {};
  // Kubernetes takes an empty class for none at all, and an absent one for its default.
  return storageClassName.value === '' ? {} : { storageClassName };
}

/** Returns the pods that share a claim, and warns where the colours of one service do. */
function sharers(scope: Scope, uses: readonly Use[]): readonly Sourced<string>[] {
  const services = [...new Set(uses.map(({ service }) => service))];
  for (const { volume, service } of uses) {
    if (!isBlueGreen(service)) continue;
    const parameters = {
      service: service.spec.name.value,
      environment: scope.environment.spec.name.value,
      volume: volume.name.value,
    };
    const single = isOfOneNode(volume);
    scope.report(
      diagnose('kubernetes/shared-claim', parameters, spanOf(volume.$.origin), {
        help: single
          ? 'only pods of one node can mount it for writing: use `modes: ReadWriteMany`, or keep the data elsewhere'
          : 'make sure that both versions can work with the same files at the same time',
      }),
    );
  }
  return services.flatMap((service) => variantsOf(service).map(({ name }) => name));
}

/** The default class of `ebs` makes disks; what a class of the settings makes is not known. */
function checkClass(scope: Scope, { name, type, modes, provisioning }: Volume): void {
  if (type.value.toLowerCase() !== 'ebs' || provisioning.value === 'manual') return;
  const [, found] = Object.entries(scope.project.settings.environments.storage_classes).find(
    ([key]) => key.toLowerCase() === 'ebs',
  ) ?? ['ebs', defaultClasses.get('ebs')];
  if (found === undefined || found.origin.kind !== 'default') return;
  const mode = splitModes(modes.value).find((each) => each.endsWith('Many'));
  if (mode === undefined) return;
  const parameters = { volume: name.value, mode, class: found.value };
  scope.report(
    diagnose('kubernetes/single-node-class', parameters, spanOf(modes.origin), {
      help: [
        'write `type: efs`, whose file system is mounted by many nodes, or `modes: ReadWriteOnce`',
        'or name a class that can do it: `environments.storage_classes` of jenkins.bitesize, with the key `ebs`',
      ],
    }),
  );
}

/**
 * Pods of one service may run on several nodes; colours are told about by themselves. A file system of the network is
 * mounted by all nodes, whatever the mode says.
 */
function checkPods(scope: Scope, { volume, service }: Use): void {
  const { name } = service.spec;
  if (service.kind !== 'workload' || mostPods(service) < 2 || isBlueGreen(service)) return;
  if (!isOfOneNode(volume)) return;
  const parameters = { service: name.value, volume: volume.name.value };
  scope.report(
    diagnose('kubernetes/single-node-claim', parameters, spanOf(volume.$.origin), {
      help: 'use `modes: ReadWriteMany` with `type: efs`, run one pod, or keep the data elsewhere',
    }),
  );
}

function mostPods({ spec }: LinkedService): number {
  return plainValue(autoscaled(spec)) ? (spec.hpa?.max_replicas?.value ?? 0) : spec.replicas.value;
}

/** Whether only the pods of one node mount a claim at a time. */
function isOfOneNode(volume: Volume): boolean {
  if (volumeKind(volume) !== 'claim' || volume.type.value.toLowerCase() === 'efs') return false;
  return !splitModes(volume.modes.value).some((mode) => mode.endsWith('Many'));
}

/**
 * Returns the volume for which the one pod of a service has to go before the next one comes: a new pod on another node
 * would wait for a disk that the old one keeps until the new one is ready. Colours are there side by side, and told about.
 */
export function volumeOfOnePod(service: LinkedService): Volume | undefined {
  if (isBlueGreen(service) || mostPods(service) > 1) return undefined;
  return volumesOf(service).find(isOfOneNode);
}

function checkSame(scope: Scope, first: Volume, other: Volume): void {
  if (fingerprint(first) === fingerprint(other)) return;
  const span = spanOf(first.$.origin);
  scope.report(
    diagnose('kubernetes/claim-conflict', { volume: other.name.value }, spanOf(other.$.origin), {
      labels: span === undefined ? [] : [{ span, text: 'first described here' }],
      help: 'write the same `size`, `modes`, `type` and `provisioning` in both, or use two names',
    }),
  );
}

function fingerprint(volume: Volume): string {
  const modes = [...splitModes(volume.modes.value)].sort();
  return JSON.stringify([
    volume.size?.value,
    modes,
    volume.type.value.toLowerCase(),
    volume.provisioning.value,
  ]);
}

/** What a volume mounts. */
type VolumeKind = 'secret' | 'configmap' | 'claim';

/** Returns what a volume mounts: `secret` and `configmap` in any case, everything else is a kind of storage. */
export function volumeKind(volume: Volume): VolumeKind {
  const type = volume.type.value.toLowerCase();
  return type === 'secret' || type === 'configmap' ? type : 'claim';
}
