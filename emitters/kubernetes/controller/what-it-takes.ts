import type { Controller } from '../../../compiler/model/controller/controller.ts';
import {
  appliedObjects,
  deployedObjects,
  type EnvironmentIr,
} from '../../../compiler/model/kubernetes/environment.ts';
import {
  type KubernetesObject,
  objectName,
  objectNamespace,
} from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import { fromSeveral, type Origin } from '../../../compiler/text/origin.ts';
import { Sourced } from '../../../compiler/text/sourced.ts';
import {
  joined,
  joinTexts,
  originsOf,
  plainValue,
  type Traceable,
  TracedText,
  type Valued,
} from '../../../compiler/text/traced-text.ts';
import { canonicalQuantity, parseQuantity } from '../../../compiler/util/quantity.ts';

/** What pods reserve and claims hold, in the smallest units that a quantity has, with what decides on it. */
interface Amount {
  readonly pods: number;
  /** The largest number of pods, where an autoscaler decides. */
  readonly most: number;
  readonly cpu: bigint;
  readonly memory: bigint;
  readonly storage: bigint;
  readonly origins: readonly Origin[];
}

/** A row of the table of what a project takes: texts, and where they come from. */
interface Row {
  readonly what: Valued<string>;
  readonly pods: string;
  readonly cpu: string;
  readonly memory: string;
  readonly storage: string;
  readonly origin: Origin;
}

/** What a project reserves in the cluster: all the time, and for each build on an agent. */
interface WhatItTakes {
  readonly always: readonly Row[];
  readonly total: Omit<Row, 'what'>;
  readonly builds: readonly Row[];
  /** Every claim, of which each needs a volume before its pods start. */
  readonly claims: readonly {
    readonly namespace: Valued<string>;
    readonly name: Valued<string>;
    readonly size: string;
    readonly className: string;
    readonly origin: Origin;
  }[];
}

/** Returns what the pods and claims of a project reserve, computed from the objects that are emitted. */
export function whatItTakes(controller: Controller, environments: readonly EnvironmentIr[]): WhatItTakes {
  const own = controller.objects.filter(({ id }) => workloads.has(id.kind) || id.kind === claimKind);
  const always = [
    { what: joined`Jenkins and what is beside it`, amount: sum(own.map((object) => amountOf(object))) },
    ...environments.map((environment) => {
      const objects = [...appliedObjects(environment), ...deployedObjects(environment)];
      const scalers = new Map(
        objects
          .filter(isScaler)
          .map(({ manifest }) => [`${at(manifest, ...scaled).value}`, manifest] as const),
      );
      return {
        what: joined`environment ${environment.name}`,
        amount: sum([
          { ...nothing, origins: [environment.origin, ...coloured(environment)] },
          ...objects.map((object) => amountOf(object, scalers)),
        ]),
      };
    }),
  ];
  const agents = [
    ...controller.initScripts.flatMap((script) => (script.kind === 'agents' ? script.agents : [])),
    ...controller.deployment.agents.flatMap(({ name, pod }) =>
      pod === undefined ? [] : [{ name, pod, origin: name.origin }],
    ),
  ];
  return {
    always: always.map(({ what, amount }) => ({ what, ...printed(amount) })),
    total: printed(sum(always.map(({ amount }) => amount))),
    builds: agents.map(({ name, pod, origin }) => {
      const reserved = podAmount(at(pod, 'spec').value);
      return {
        what: joined`each build on \`${name}\``,
        ...printed({ ...reserved, origins: [origin, ...reserved.origins] }),
      };
    }),
    claims: [...controller.objects, ...environments.flatMap(appliedObjects)]
      .filter(({ id }) => id.kind === claimKind)
      .map((object) => {
        const className = at(object.manifest, 'spec', 'storageClassName');
        const amount = amountOf(object);
        return {
          namespace: objectNamespace(object) ?? '',
          name: objectName(object),
          size: printed(amount).storage,
          className: typeof className.value === 'string' ? className.value || '(none)' : '(default)',
          origin: fromSeveral([...amount.origins, ...className.origins]),
        };
      }),
  };
}

/** What pods reserve all the time, and claims hold. */
export interface Reserved {
  readonly pods: number;
  /** In thousandths of a CPU. */
  readonly milliCpu: number;
  /** In bytes. */
  readonly memory: number;
  /** In bytes. */
  readonly storage: number;
}

/** Returns what objects reserve in the cluster, as the table of a README has it. */
export function reservedBy(objects: readonly KubernetesObject[]): Reserved {
  const { pods, cpu, memory, storage } = sum(
    objects
      .filter(({ id }) => workloads.has(id.kind) || id.kind === claimKind)
      .map((object) => amountOf(object)),
  );
  const whole = (billionths: bigint, unit: bigint) => Number((billionths + unit - 1n) / unit);
  return {
    pods,
    milliCpu: whole(cpu, 1_000_000n),
    memory: whole(memory, 1_000_000_000n),
    storage: whole(storage, 1_000_000_000n),
  };
}

/** Returns what has to be in the cluster for Ingresses and autoscalers: classes and hosts, and what scales. */
export function reachedFrom(controller: Controller, environments: readonly EnvironmentIr[]): object {
  const objects = [
    ...controller.objects,
    ...environments.flatMap((environment) => [
      ...appliedObjects(environment),
      ...deployedObjects(environment),
    ]),
  ];
  const ingresses = objects.filter(({ id }) => id.kind === 'Ingress');
  const rules = ingresses.flatMap(({ manifest }) => itemsOf(at(manifest, 'spec', 'rules').value));
  return {
    classes: each(ingresses.map(({ manifest }) => at(manifest, 'spec', 'ingressClassName'))),
    hosts: each([...rules.map((rule) => at(rule, 'host'))], environments.flatMap(coloured)),
    autoscaled: each(objects.filter(isScaler).map(({ manifest }) => at(manifest, ...scaled))),
  };
}

/** Texts, each once, in their order; undefined for none. */
function each(found: readonly Found[], because: readonly Origin[] = []): Valued<string> | undefined {
  const texts = new Map<string, Valued<string>>();
  for (const { value, origins } of found)
    if (typeof value === 'string' && !texts.has(value))
      texts.set(value, origins.length === 0 ? value : new Sourced(value, fromSeveral(origins)));
  if (texts.size === 0) return undefined;
  const all = joinTexts([...texts.values()], ', ');
  return because.length === 0
    ? all
    : new Sourced(plainValue(all), fromSeveral([...originsOf(all), ...because]));
}

const claimKind = 'PersistentVolumeClaim';
const workloads: ReadonlySet<string> = new Set(['StatefulSet', 'Deployment']);
const scaled = ['spec', 'scaleTargetRef', 'name'];
const nothing: Amount = { pods: 0, most: 0, cpu: 0n, memory: 0n, storage: 0n, origins: [] };

/** Both colours of a service run, so what decides on colours decides on what runs. */
function coloured({ services }: EnvironmentIr): readonly Origin[] {
  return services.flatMap(({ blueGreen, sendsTo }) =>
    [blueGreen?.method, sendsTo?.method].filter((origin) => origin !== undefined),
  );
}

function isScaler({ id }: KubernetesObject): boolean {
  return id.kind === 'HorizontalPodAutoscaler';
}

/** Pods of a CronJob run now and then, so they count as nothing. */
function amountOf(
  { id, manifest, origin }: KubernetesObject,
  scalers: ReadonlyMap<string, Traceable> = new Map(),
): Amount {
  if (id.kind === claimKind) {
    const size = at(manifest, 'spec', 'resources', 'requests', 'storage');
    return { ...nothing, storage: quantity(size.value), origins: [origin, ...size.origins] };
  }
  if (!workloads.has(id.kind)) return nothing;
  const pod = podAmount(at(manifest, 'spec', 'template', 'spec').value);
  const { least, most, origins } = replicas(manifest, scalers.get(id.name));
  return {
    pods: least,
    most,
    cpu: pod.cpu * BigInt(least),
    memory: pod.memory * BigInt(least),
    storage: 0n,
    origins: [origin, ...pod.origins, ...origins],
  };
}

function replicas(manifest: Traceable, scaler: Traceable | undefined) {
  const written = at(manifest, 'spec', 'replicas');
  if (scaler === undefined) {
    const count = typeof written.value === 'number' ? written.value : 1;
    return { least: count, most: count, origins: written.origins };
  }
  const [least, most] = ['minReplicas', 'maxReplicas'].map((field) => at(scaler, 'spec', field));
  return {
    least: typeof least?.value === 'number' ? least.value : 1,
    most: typeof most?.value === 'number' ? most.value : 1,
    origins: [...(least?.origins ?? []), ...(most?.origins ?? [])],
  };
}

/** A pod reserves what its containers do; those that run before them reserve less or the same. */
function podAmount(spec: Traceable | undefined): Amount {
  const containers = itemsOf(at(spec, 'containers').value).map((container) => {
    const requests = at(container, 'resources', 'requests');
    const [cpu, memory] = [at(requests.value, 'cpu'), at(requests.value, 'memory')];
    return {
      ...nothing,
      cpu: quantity(cpu.value),
      memory: quantity(memory.value),
      origins: [...requests.origins, ...cpu.origins, ...memory.origins],
    };
  });
  return { ...sum(containers), pods: 1, most: 1 };
}

function sum(amounts: readonly Amount[]): Amount {
  let [pods, most] = [0, 0];
  let [cpu, memory, storage] = [0n, 0n, 0n];
  const origins: Origin[] = [];
  for (const amount of amounts) {
    pods += amount.pods;
    most += amount.most;
    cpu += amount.cpu;
    memory += amount.memory;
    storage += amount.storage;
    for (const origin of amount.origins) origins.push(origin);
  }
  return { pods, most, cpu, memory, storage, origins };
}

function printed({ pods, most, cpu, memory, storage, origins }: Amount): Omit<Row, 'what'> {
  return {
    pods: most > pods ? `${pods} to ${most}` : `${pods}`,
    cpu: cpu === 0n ? '-' : canonicalQuantity(`${cpu / 1_000_000n}m`),
    memory: bytes(memory),
    storage: bytes(storage),
    origin: fromSeveral([...new Set(origins)]),
  };
}

/** Bytes in MiB or more, rounded up. */
function bytes(billionths: bigint): string {
  if (billionths === 0n) return '-';
  const unit = 1n << 20n;
  const whole = billionths / 1_000_000_000n;
  return canonicalQuantity(`${(whole + unit - 1n) / unit}Mi`);
}

function quantity(value: Traceable | undefined): bigint {
  return typeof value === 'string' || typeof value === 'number' ? (parseQuantity(`${value}`) ?? 0n) : 0n;
}

function itemsOf(list: Traceable | undefined): readonly Traceable[] {
  return Array.isArray(list) ? (list as readonly Traceable[]) : [];
}

/** A value of a manifest, and the origins of it and of what holds it. */
interface Found {
  readonly value: Traceable | undefined;
  readonly origins: readonly Origin[];
}

function at(tree: Traceable | undefined, ...path: readonly string[]): Found {
  const origins: Origin[] = [];
  let value = withoutOrigins(tree, origins);
  for (const name of path) {
    if (typeof value !== 'object' || value === null || value instanceof TracedText || Array.isArray(value))
      return { value: undefined, origins };
    value = withoutOrigins((value as Readonly<Record<string, Traceable | undefined>>)[name], origins);
  }
  return { value, origins };
}

function withoutOrigins(tree: Traceable | undefined, origins: Origin[]): Traceable | undefined {
  let value = tree;
  while (value instanceof Sourced) {
    origins.push(value.origin);
    value = value.value as Traceable;
  }
  return value;
}
