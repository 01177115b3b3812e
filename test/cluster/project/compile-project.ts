import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { load } from 'js-yaml';
import { fillVersion } from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import { type Manifest, manifestOf } from '../api/objects.ts';
import { bitesize } from './bitesize.ts';
import { scratchFolder } from './write-project.ts';

/** What the real command made of a project. */
export interface CompiledProject {
  /** The output folder, which other runs must not change. */
  readonly folder: string;
  /** What the command said, warnings included. */
  readonly said: string;
  /** The objects of `kubernetes/jenkins`, in the order of its kustomization; none without a `jenkins` spec. */
  readonly controller: readonly Manifest[];
  readonly environments: readonly CompiledEnvironment[];
  readonly jobs: readonly PipelineJob[];
}

/** An environment of a compiled project. */
export interface CompiledEnvironment {
  /** The name of its folder. */
  readonly name: string;
  readonly namespace: string;
  /** In the order of its kustomization. */
  readonly applied: readonly Manifest[];
  /** What awaits a version, with the placeholder in it. */
  readonly awaiting: readonly Manifest[];
}

/** A job whose script is in its config.xml. */
export interface PipelineJob {
  readonly name: string;
  readonly script: string;
  readonly parameters: readonly string[];
  /** Those of them that take a version: the spec gives none. */
  readonly versions: readonly string[];
}

/** Returns the output of a project, or what the command said when it has errors. */
export async function tryCompile(project: string): Promise<CompiledProject | string> {
  const folder = scratchFolder();
  const { code, text } = await bitesize('compile', project, '--out', folder, '--no-cache', '--jobs', '1');
  return code === 0 ? readOutput(folder, text) : text;
}

/** Returns the output of a project; throws what the command said when it has errors. */
export async function compileProject(project: string): Promise<CompiledProject> {
  const compiled = await tryCompile(project);
  if (typeof compiled === 'string') throw new Error(compiled);
  return compiled;
}

/** Returns what is in an output folder. */
export function readOutput(folder: string, said = ''): CompiledProject {
  const environments = join(folder, 'kubernetes/environments');
  return {
    folder,
    said,
    controller: listed(join(folder, 'kubernetes/jenkins')),
    environments: foldersIn(environments).map((name): CompiledEnvironment => {
      const own = join(environments, name);
      const { namespace = 'default' } = kustomizationOf(own) ?? {};
      const awaiting = filesIn(join(own, 'deployments')).map((file) => manifestFrom(file, namespace));
      return { name, namespace, applied: listed(own), awaiting };
    }),
    jobs: foldersIn(join(folder, 'jenkins/jobs')).flatMap((name) => jobOf(folder, name)),
  };
}

/** Returns a manifest with a version where it awaits one. */
export function withVersion(manifest: Manifest, version: string): Manifest {
  return { ...manifest, text: fillVersion(manifest.text, version) };
}

/** Returns every namespace that objects of a project are in. */
export function namespacesOf({ controller, environments }: CompiledProject): readonly string[] {
  const inside = controller.flatMap(({ kind, name, namespace }) =>
    kind === 'Namespace' ? name : (namespace ?? []),
  );
  return [...new Set([...inside, ...environments.map(({ namespace }) => namespace)])];
}

interface Kustomization {
  readonly namespace?: string;
  readonly resources?: readonly string[];
}

function kustomizationOf(folder: string): Kustomization | undefined {
  const file = join(folder, 'kustomization.yaml');
  return existsSync(file) ? (load(readFileSync(file, 'utf8')) as Kustomization) : undefined;
}

function listed(folder: string): readonly Manifest[] {
  const { namespace, resources = [] } = kustomizationOf(folder) ?? {};
  return resources.map((name) => manifestFrom(join(folder, name), namespace));
}

function manifestFrom(file: string, namespace: string | undefined): Manifest {
  return manifestOf(readFileSync(file, 'utf8'), namespace);
}

/** A parameter of a deploy job: its name and what it says of itself. */
const PARAMETER = /<name>([^<]*_VERSION)<\/name>\s*<defaultValue\/>\s*<description>([^<]*)<\/description>/g;

function jobOf(folder: string, name: string): readonly PipelineJob[] {
  const file = join(folder, 'jenkins/jobs', name, 'config.xml');
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const parser = new XMLParser({ trimValues: false, parseTagValue: false });
  const root = parser.parse(text)['flow-definition'];
  const script: unknown = root?.definition?.script;
  if (typeof script !== 'string') return [];
  const parameters = [...text.matchAll(PARAMETER)].map(([, parameter = '', description = '']) => ({
    parameter,
    description,
  }));
  return [
    {
      name,
      script,
      parameters: parameters.map(({ parameter }) => parameter),
      versions: parameters
        .filter(({ description }) => description.startsWith('Version to deploy'))
        .map(({ parameter }) => parameter),
    },
  ];
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}
