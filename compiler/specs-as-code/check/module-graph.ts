import ts from 'typescript';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { Span } from '../../text/span.ts';
import { suggestion } from '../../util/suggestion.ts';
import type { AllowedFiles } from '../allowed-files.ts';
import { displayName, projectPath } from '../file-names.ts';
import { type ImportReference, importsOf } from './imports-of.ts';
import { resolveSpecifier } from './specifier.ts';

/** The most files that the specs of one project may import. */
const MAX_MODULES = 500;

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

/** Returns the specs and the files that they import, as far as they may be read. */
export function readModules(specs: readonly SourceFile[], allowed: AllowedFiles): ModuleGraph {
  const reader = new GraphReader(allowed);
  for (const spec of specs) reader.add(projectPath(allowed.project, spec.name), spec);
  reader.readAll();
  return reader;
}

class GraphReader implements ModuleGraph {
  readonly modules = new Map<string, ModuleFile>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly waiting: { readonly path: string; readonly file: SourceFile }[] = [];
  private readonly known = new Set<string>();
  private readonly allowed: AllowedFiles;

  constructor(allowed: AllowedFiles) {
    this.allowed = allowed;
  }

  add(path: string, file: SourceFile): void {
    this.known.add(path);
    this.waiting.push({ path, file });
  }

  readAll(): void {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      this.modules.set(next.path, this.readModule(next.path, next.file));
    }
  }

  private readModule(path: string, file: SourceFile): ModuleFile {
    const source = parse(path, file.text);
    const imports = new Map<string, string>();
    if (path.endsWith('.json')) return { path, file, source, imports };
    const references = importsOf(source);
    for (const { what, help, start, end } of references.forbidden) {
      this.diagnostics.push(diagnose('ts/forbidden-syntax', { what }, { file, start, end }, { help }));
    }
    for (const reference of references.imports) {
      const target = this.resolve(path, file, reference);
      if (target !== undefined) imports.set(reference.specifier, target);
    }
    return { path, file, source, imports };
  }

  /** Returns the path of an imported file; the file joins those that wait to be read. */
  private resolve(from: string, file: SourceFile, reference: ImportReference): string | undefined {
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
    return this.open(resolved.path, specifier, span);
  }

  private open(path: string, specifier: string, span: Span): string | undefined {
    const read = this.allowed.read(path);
    switch (read.kind) {
      case 'absent':
        this.diagnostics.push(
          diagnose('ts/unknown-import', { specifier }, span, { help: this.near(path, specifier) }),
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
        if (this.known.size >= MAX_MODULES) {
          const what = `imports more than ${MAX_MODULES} files`;
          this.diagnostics.push(diagnose('ts/limit', { what }, span));
          return undefined;
        }
        this.add(read.path, { name: displayName(this.allowed.project, read.path), text: read.text });
        return read.path;
      }
    }
  }

  private near(path: string, specifier: string): string | readonly string[] {
    const cut = path.lastIndexOf('/');
    const meant = suggestion(path.slice(cut + 1), this.allowed.list(path.slice(0, Math.max(cut, 0))));
    if (meant === undefined) return [];
    return `did you mean \`${specifier.slice(0, specifier.lastIndexOf('/') + 1)}${meant}\`?`;
  }
}

function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('.json') ? ts.ScriptKind.JSON : ts.ScriptKind.TS;
  return ts.createSourceFile(virtualPath(path), text, ts.ScriptTarget.ES2023, true, kind);
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
