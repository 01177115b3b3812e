import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { load } from 'js-yaml';
import { inject } from 'vitest';
import { main } from '../../../compiler/cli/main.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { versionPlaceholder } from '../../../compiler/model/kubernetes/version-placeholder.ts';
import { type Manifest, manifestOf } from '../api/objects.ts';

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

/** The files of a project, by name. */
export type Specs = Readonly<Record<string, string>>;

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly code: number;
  readonly text: string;
}

/** Runs a `bitesize` command in this process. */
export async function bitesize(...argv: string[]): Promise<CommandRun> {
  const cwd = process.cwd();
  const host = createNodeHost(pathToFileURL(`${cwd}/`));
  const pieces: string[] = [];
  const keep = { isTerminal: false, columns: 200, write: (piece: string) => void pieces.push(piece) };
  const code = await main(argv, { ...host, cwd, stdout: keep, stderr: keep });
  return { code, text: pieces.join('') };
}

/** Returns a new folder that is removed when the run ends. */
export function scratchFolder(): string {
  return mkdtempSync(join(inject('cluster').folder, 'scratch-'));
}

/** Returns a new folder with the files of a project. */
export function writeProject(specs: Specs): string {
  const folder = scratchFolder();
  for (const [name, text] of Object.entries(specs)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Returns a project that has a Jenkins: the one in a folder, or else a copy of it with the smallest `jenkins` spec. */
export function withJenkins(folder: string): string {
  if (existsSync(join(folder, 'jenkins.bitesize'))) return folder;
  const { project } = load(readFileSync(join(folder, 'environments.bitesize'), 'utf8')) as {
    readonly project: string;
  };
  const copy = scratchFolder();
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'jenkins.bitesize'), smallestJenkins(project));
  return copy;
}

/** Returns a `jenkins` spec without anything that has a default. */
export function smallestJenkins(project: string): string {
  return [
    `project: ${project}`,
    'jenkins:',
    '  url: https://ci.example.com/',
    '  seed: {mode: image}',
    '  registry: {push: registry.example.com}',
    '  kubernetes: {ingress: {host: ci.example.com}}',
    '',
  ].join('\n');
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
  return { ...manifest, text: manifest.text.replaceAll(versionPlaceholder, version) };
}

/** Returns every namespace that objects of a project are in. */
export function namespacesOf({ controller, environments }: CompiledProject): readonly string[] {
  const inside = controller.flatMap(({ kind, name, namespace }) =>
    kind === 'Namespace' ? name : (namespace ?? []),
  );
  return [...new Set([...inside, ...environments.map(({ namespace }) => namespace)])];
}

/** Returns the user that the deploying jobs act as: the account of the only role with that name. */
export function deployAccount({ controller }: CompiledProject): string {
  const binding = controller.find(({ kind, name }) => kind === 'RoleBinding' && name.endsWith('-deploy'));
  return accountOf(binding);
}

/** Returns the user that Jenkins itself acts as. */
export function controllerAccount({ controller }: CompiledProject): string {
  const binding = controller.find(({ kind, name }) => kind === 'RoleBinding' && name.endsWith('-agents'));
  return accountOf(binding);
}

/** Returns the users that agents act as, which can do nothing. */
export function agentAccounts({ controller }: CompiledProject): readonly string[] {
  return controller
    .filter(({ kind, name }) => kind === 'ServiceAccount' && name.endsWith('-agent'))
    .map(({ name, namespace }) => `system:serviceaccount:${namespace}:${name}`);
}

function accountOf(binding: Manifest | undefined): string {
  if (binding === undefined) throw new Error('the controller has no such role');
  const { subjects } = load(binding.text) as {
    readonly subjects: readonly { readonly name: string; readonly namespace: string }[];
  };
  const [subject] = subjects;
  return `system:serviceaccount:${subject?.namespace}:${subject?.name}`;
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
