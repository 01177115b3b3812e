import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import type { Node } from '../../../compiler/source/node.ts';
import type { EvaluatedSource } from '../../../compiler/source/parse-source.ts';
import {
  type LoadContext,
  type LoadedSpecs,
  loadTypeScriptSpecs,
} from '../../../compiler/specs-as-code/load-typescript-specs.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import type { Span } from '../../../compiler/text/span.ts';

/** The import that most specs of these tests start with; it is one line. */
export const imports =
  "import { application, build, component, environment, environments, jenkins, service } from 'bitesize';\n";

/** Returns the SHA-256 of a text or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Files by path below `/work`, and how they are loaded. */
export interface Loading extends Partial<LoadContext> {
  readonly others?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Evaluates the specs of a project in memory; `specs` are texts by name. */
export function loadSpecs(
  specs: Readonly<Record<string, string>>,
  { others = {}, folder = 'shop', ...options }: Loading = {},
): Promise<LoadedSpecs> {
  const files = options.files ?? new MemoryFiles('/projects', filesOf(specs, others, folder));
  const sources = Object.entries(specs).map(([name, text]) => ({ name, text }));
  return loadTypeScriptSpecs(sources, folder, {
    cwd: '/projects',
    sha256,
    version: 'test',
    ...options,
    files,
  });
}

function filesOf(
  specs: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
  folder: string,
): Record<string, string> {
  const own = Object.entries(specs).map(([name, text]) => [`/projects/${folder}/${name}`, text]);
  const rest = Object.entries(others).map(([name, text]) => [`/projects/${name}`, text]);
  return Object.fromEntries([...own, ...rest]);
}

/** Evaluates one `build.bitesize.ts`; the usual import stands before it. */
export function loadBuild(code: string, loading: Loading = {}): Promise<LoadedSpecs> {
  return loadSpecs({ 'build.bitesize.ts': `${imports}${code}\n` }, loading);
}

/** Returns a span as `file:line:column text`; the text ends at its line. */
export function shown({ file, start, end }: Span): string {
  const { line, column } = positionAt(file, start);
  return `${file.name}:${line}:${column} ${file.text.slice(start, end).split('\n')[0]}`;
}

/** Returns a finding as its code, its message and its place. */
export function brief({ code, message, span }: Diagnostic): string {
  return `${code}: ${message} @ ${span === undefined ? '-' : shown(span)}`;
}

/** Returns the node at a path such as `components[0].name`. */
export function nodeAt(source: EvaluatedSource | undefined, path: string): Node {
  let node: Node | undefined = source?.value.root;
  for (const part of path.split(/[.[\]]+/).filter((name) => name !== '')) {
    if (node?.kind === 'mapping') node = node.entries.find(({ key }) => key.text === part)?.value;
    else if (node?.kind === 'sequence') node = node.items[Number(part)];
    else node = undefined;
  }
  if (node === undefined) throw new Error(`no value at ${path}`);
  return node;
}

/** Returns where the value at a path was made, and the steps from there. */
export function originAt(source: EvaluatedSource | undefined, path: string): readonly string[] {
  const { span } = nodeAt(source, path);
  return [shown(span), ...(span.via ?? []).map((step) => `${step.kind} ${shown(step.span)}`)];
}

/** Returns a tree as plain data; every scalar is a text. */
export function plain(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}
