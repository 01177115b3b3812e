import ts from 'typescript';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../text/span.ts';
import { suggestion } from '../../util/suggestion.ts';
import { type AllowedRead, displayName, projectPath } from '../allowed-files.ts';
import type { CheckLimits } from '../limits.ts';
import { type ImportReference, importsOf } from './imports-of.ts';
import { resolveSpecifier } from './specifier.ts';
import { isStackOverflow, TooMuch } from './too-much.ts';
import type { WorkCounter } from './work-counter.ts';

/** The files that the specs of a project may import, in another thread: `AllowedFiles` with promises. */
export interface FilesElsewhere {
  /** The project folder as a path below the root. */
  readonly project: string;
  readonly read: (path: string) => Promise<AllowedRead>;
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/** What reading stands on. */
export interface ReadContext {
  readonly files: FilesElsewhere;
  readonly limits: CheckLimits;
  readonly counter: WorkCounter;
  /** Is called before a file is parsed. */
  readonly onFile: (file: SourceFile) => void;
}

/** One file of the specs of a project. */
export interface ModuleFile {
  /** Path below the root. */
  readonly path: string;
  readonly file: SourceFile;
  readonly source: ts.SourceFile;
  /** The path below the root for each specifier that leads to a file. */
  readonly imports: ReadonlyMap<string, string>;
}

/** The specs of a project with everything that they import, by path, in the order in which they were found. */
export interface ModuleGraph {
  readonly modules: ReadonlyMap<string, ModuleFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the specs and the files that they import, as far as they may be read. Throws `TooMuch` for too many. */
export async function readModules(specs: readonly SourceFile[], context: ReadContext): Promise<ModuleGraph> {
  const reader = new GraphReader(context);
  for (const spec of specs) reader.add(projectPath(context.files.project, spec.name), spec);
  await reader.readAll();
  return reader;
}

class GraphReader implements ModuleGraph {
  readonly modules = new Map<string, ModuleFile>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly waiting: { readonly path: string; readonly file: SourceFile }[] = [];
  private readonly known = new Set<string>();
  private readonly context: ReadContext;
  private characters = 0;
  private opened = 0;

  constructor(context: ReadContext) {
    this.context = context;
  }

  add(path: string, file: SourceFile): void {
    this.known.add(path);
    this.waiting.push({ path, file });
  }

  async readAll(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      this.modules.set(next.path, await this.readModule(next.path, next.file));
    }
  }

  private async readModule(path: string, file: SourceFile): Promise<ModuleFile> {
    const source = this.parse(path, file);
    const imports = new Map<string, string>();
    if (path.endsWith('.json')) return { path, file, source, imports };
    const references = importsOf(source);
    for (const { what, help, start, end } of references.forbidden) {
      this.diagnostics.push(diagnose('ts/forbidden-syntax', { what }, { file, start, end }, { help }));
    }
    for (const reference of references.imports) {
      const target = await this.resolve(path, file, reference);
      if (target !== undefined) imports.set(reference.specifier, target);
    }
    return { path, file, source, imports };
  }

  /** Returns the path of an imported file; the file joins those that wait to be read. */
  private async resolve(
    from: string,
    file: SourceFile,
    reference: ImportReference,
  ): Promise<string | undefined> {
    const { specifier, start, end } = reference;
    const span: Span = { file, start, end };
    const resolved = resolveSpecifier(from, specifier);
    if (resolved.kind === 'authoring') return undefined;
    if (resolved.kind === 'forbidden') {
      const { problem, help } = resolved;
      this.diagnostics.push(
        diagnose('ts/forbidden-import', { specifier: shown(specifier), problem }, span, { help }),
      );
      return undefined;
    }
    if (this.known.has(resolved.path)) return resolved.path;
    if (++this.opened > this.context.limits.files)
      throw new TooMuch(`imports more than ${this.context.limits.files} files`, span);
    return this.open(resolved.path, specifier, span);
  }

  private async open(path: string, specifier: string, span: Span): Promise<string | undefined> {
    const { files } = this.context;
    const read = await files.read(path);
    switch (read.kind) {
      case 'absent':
        this.diagnostics.push(
          diagnose('ts/unknown-import', { specifier }, span, { help: await this.near(path, specifier) }),
        );
        return undefined;
      case 'outside':
        this.diagnostics.push(
          diagnose(
            'ts/forbidden-import',
            { specifier, problem: 'it is a link to a file outside the folder that specs may import from' },
            span,
            { help: 'copy the file, or name a folder with `--root` that holds both' },
          ),
        );
        return undefined;
      case 'unreadable':
        this.diagnostics.push(diagnose('ts/unreadable-import', { specifier, problem: read.problem }, span));
        return undefined;
      case 'text': {
        if (this.known.has(read.path)) return read.path;
        this.add(read.path, { name: displayName(files.project, read.path), text: read.text });
        return read.path;
      }
    }
  }

  private async near(path: string, specifier: string): Promise<string | readonly string[]> {
    const cut = path.lastIndexOf('/');
    const names = await this.context.files.list(path.slice(0, Math.max(cut, 0)));
    const meant = suggestion(path.slice(cut + 1), names);
    if (meant === undefined) return [];
    return `did you mean \`${specifier.slice(0, specifier.lastIndexOf('/') + 1)}${meant}\`?`;
  }

  /** What is parsed is neither too much nor nested too deeply for what works with it afterwards. */
  private parse(path: string, file: SourceFile): ts.SourceFile {
    const { counter, limits, onFile } = this.context;
    onFile(file);
    this.characters += file.text.length;
    if (this.characters > limits.characters)
      throw new TooMuch(`has more than ${limits.characters} characters with what it imports`);
    const source = counter.count('nodes', () => parse(path, file, limits.depth));
    const deep = nodeDeeperThan(source, limits.depth);
    if (deep === undefined) return source;
    const start = deep.getStart(source);
    throw tooDeep(limits.depth, { file, start, end: Math.min(deep.end, start + 1) });
  }
}

/** Where the parser has no stack left, a file is nested far deeper than it may be: one and the same finding. */
function parse(path: string, file: SourceFile, depth: number): ts.SourceFile {
  const kind = path.endsWith('.json') ? ts.ScriptKind.JSON : ts.ScriptKind.TS;
  try {
    return ts.createSourceFile(virtualPath(path), file.text, ts.ScriptTarget.ES2023, true, kind);
  } catch (error) {
    throw isStackOverflow(error) ? tooDeep(depth, { file, start: 0, end: 0 }) : error;
  }
}

function tooDeep(depth: number, span: Span): TooMuch {
  return new TooMuch(`is nested deeper than ${depth} levels`, span);
}

/** Returns the name of a file in the program; it says nothing about the machine. */
export function virtualPath(path: string): string {
  return `/files/${path}`;
}

/** A specifier as a message shows it: on one line, and not endless. */
function shown(specifier: string): string {
  const line = JSON.stringify(specifier).slice(1, -1);
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}

/**
 * Returns the first node of a file that is nested deeper than `depth`, or undefined. It goes through the tree without
 * recursion: what comes after it, in TypeScript and here, is recursive and relies on it.
 */
function nodeDeeperThan(source: ts.SourceFile, depth: number): ts.Node | undefined {
  let level: ts.Node[] = [source];
  for (let at = 0; level.length > 0; at++) {
    if (at > depth) return level[0];
    const next: ts.Node[] = [];
    for (const node of level) ts.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return undefined;
}
