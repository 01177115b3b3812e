import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lowerSpecs, type Manifest, manifestOf, objectsOf } from '../lowered.ts';

/** The engine that made a golden file. */
export type Engine = 'environment-operator' | 'plugin-5.1.1';

/** One environment: what the engine made of it, and what we make of it. */
export interface Sample {
  readonly engine: Engine;
  /** Such as `p16/001 Development`. */
  readonly name: string;
  readonly theirs: readonly Manifest[];
  readonly ours: readonly Manifest[];
}

/** The settings under which the golden files were made; what the engines had fixed is a setting here. */
const settings: Readonly<Record<Engine, string>> = {
  'environment-operator':
    'registry: {push: "registry.example:5000"}\n  environments: {node_selector: {role: minion}}',
  'plugin-5.1.1': 'registry: {push: custom-registry}\n  environments: {node_selector: {role: minion}}',
};

/** Returns every golden environment below a folder with `golden/` and `corpus/`. */
export function readSamples(root: string): readonly Sample[] {
  return (['environment-operator', 'plugin-5.1.1'] as const).flatMap((engine) =>
    folders(join(root, 'golden', engine)).flatMap((group) =>
      folders(join(root, 'golden', engine, group)).flatMap((number) =>
        samplesOf(root, engine, group, number),
      ),
    ),
  );
}

function samplesOf(root: string, engine: Engine, group: string, number: string): readonly Sample[] {
  const golden = join(root, 'golden', engine, group, number);
  const spec = join(root, 'corpus', group, number, 'environments.bitesize');
  const files = readdirSync(golden)
    .filter((file) => file.endsWith('.json'))
    .sort();
  if (files.length === 0 || !existsSync(spec)) return [];
  const text = readFileSync(spec, 'utf8');
  const project = /^project: *(\S+)/m.exec(text)?.[1] ?? 'example';
  const { environments } = lowerSpecs({
    environments: text,
    jenkins: `project: ${project}\njenkins:\n  ${settings[engine]}\n`,
  });
  return files.flatMap((file): readonly Sample[] => {
    const wanted = file.replace(/\.json$/, '');
    const environment = environments.find(({ name }) => fileName(name.value) === wanted);
    const theirs = goldenObjects(readFileSync(join(golden, file), 'utf8'), project);
    if (environment === undefined) throw new Error(`no environment ${wanted} in ${group}/${number}`);
    const ours = objectsOf(environment).map(manifestOf);
    return [{ engine, name: `${group}/${number} ${wanted}`, theirs, ours }];
  });
}

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function fileName(environment: string): string {
  return environment.replace(/[^A-Za-z0-9_.-]+/g, '_');
}

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  deployment: ['apps/v1', 'Deployment'],
  service: ['v1', 'Service'],
  ingress: ['networking.k8s.io/v1beta1', 'Ingress'],
  pvc: ['v1', 'PersistentVolumeClaim'],
  hpa: ['autoscaling/v2beta2', 'HorizontalPodAutoscaler'],
};

/** The operator's objects come with what it was asked for; its image names hold the PROJECT of the harness. */
function goldenObjects(text: string, project: string): readonly Manifest[] {
  const all = (JSON.parse(text) ?? []) as readonly Record<string, unknown>[];
  return all.map((entry) => {
    if (!('resource' in entry)) return modernBackends(entry as unknown as Manifest);
    const object = JSON.parse(
      JSON.stringify(entry.object).replaceAll(
        'registry.example:5000/example/',
        `registry.example:5000/${project}/`,
      ),
    ) as Manifest;
    const suffix = String(entry.resource).split('/').at(-1) ?? '';
    const [apiVersion, kind] = kinds[suffix] ?? [];
    return modernBackends({ apiVersion, kind, ...(object as object) } as Manifest);
  });
}

/** Backends of an Ingress moved in networking.k8s.io/v1: here they stand where they are now, so that they compare. */
function modernBackends(object: Manifest): Manifest {
  const text = JSON.stringify(object).replace(
    /"backend":\{"serviceName":("[^"]*"),"servicePort":(\d+)\}/g,
    '"backend":{"service":{"name":$1,"port":{"number":$2}}}',
  );
  return JSON.parse(text) as Manifest;
}
