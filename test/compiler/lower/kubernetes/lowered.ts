import { lowerEnvironments } from '../../../../compiler/lower/kubernetes/lower-environments.ts';
import type { RepositoryTexts } from '../../../../compiler/lower/lowered.ts';
import type { EnvironmentIr } from '../../../../compiler/model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../../../compiler/model/kubernetes/kubernetes-object.ts';
import { analyse } from '../../../../compiler/pipeline.ts';
import { plain } from '../../../../compiler/print/yaml.ts';

/** A manifest as a test looks at it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into manifests by path
  readonly spec?: any;
  readonly data?: Readonly<Record<string, string>>;
}

/** What the environments of some specs became, and which codes were reported by all stages up to there. */
export interface LoweredSpecs {
  readonly environments: readonly EnvironmentIr[];
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  /** The texts of the labels, which show other places. */
  readonly labels: readonly string[];
}

/** Returns what the given spec texts become; `jenkins` and the others are whole files. */
export function lowerSpecs(specs: Readonly<Record<string, string>>, files?: RepositoryTexts): LoweredSpecs {
  const sources = Object.entries(specs).map(([kind, text]) => ({ name: `${kind}.bitesize`, text }));
  const { project, diagnostics } = analyse(sources);
  const lowered = lowerEnvironments(project, files);
  const all = [...diagnostics, ...lowered.diagnostics];
  return {
    environments: lowered.value,
    codes: all.map((diagnostic) => diagnostic.code),
    messages: all.map((diagnostic) => `${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`),
    labels: all.flatMap(({ labels }) => labels.map(({ text, span }) => `${span.file.name}: ${text}`)),
  };
}

/** Settings of a cluster that knows the kinds of third parties. */
const knownKinds = '  environments: {custom_resources: [helm.kubedex.com, networking.istio.io, prsn.io]}\n';

/** Returns one environment with the given services (YAML of a list), under further keys of the environment. */
export function environmentOf(services: string, more = '', jenkins = knownKinds): LoweredSpecs {
  const indented = services
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  const list = services.trim() === '' ? '[]' : `\n${indented}`;
  return lowerSpecs({
    environments: `project: shop\nenvironments:\n  - name: Dev\n    namespace: shop-dev\n    services: ${list}\n${more}`,
    jenkins: `project: shop\njenkins:\n${jenkins || knownKinds}`,
  });
}

/** Returns every object of an environment: shared ones, those of services, and what runs. */
export function objectsOf({ shared, services }: EnvironmentIr): readonly KubernetesObject[] {
  return [
    ...shared,
    ...services.flatMap(({ objects, rollouts }) => [...objects, ...rollouts.map(({ object }) => object)]),
  ];
}

/** Returns the plain manifests of all environments. */
export function manifests(lowered: LoweredSpecs): readonly Manifest[] {
  return lowered.environments.flatMap((environment) => objectsOf(environment).map(manifestOf));
}

/** Returns an object's manifest without origins. */
export function manifestOf(object: KubernetesObject): Manifest {
  return plain(object.manifest) as unknown as Manifest;
}

/** Returns the one manifest of a kind and name. */
export function manifest(lowered: LoweredSpecs, kind: string, name: string): Manifest {
  const found = manifests(lowered).filter(
    (candidate) => candidate.kind === kind && candidate.metadata.name === name,
  );
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const all = manifests(lowered).map((other) => `${other.kind} ${other.metadata.name}`);
    throw new Error(`${found.length} objects ${kind} ${name} among ${all.join(', ')}`);
  }
  return first;
}
