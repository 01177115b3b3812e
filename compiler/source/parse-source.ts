import { EVENT_DOCUMENT, type Event, parseEvents, YAMLException } from 'js-yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/span.ts';
import { buildTree } from './build-tree.ts';
import { MAX_DEPTH } from './limits.ts';
import type { Node } from './node.ts';
import { isCode } from './spec-kind.ts';
import { syntaxDiagnostic } from './syntax-diagnostic.ts';

/**
 * A spec in TypeScript after it was evaluated. It knows its value as a located tree, as if it had been parsed, so that
 * all later stages take it for a source like any other.
 */
export interface EvaluatedSource extends SourceFile {
  readonly value: Pick<ParsedFile, 'diagnostics'> & { readonly root: Node };
}

const parsed = new WeakMap<SourceFile, ParsedFile>();

/** Returns the located tree of a source: parsed from YAML, or what its evaluation gave. Each source is parsed once. */
export function parseSource(file: SourceFile): ParsedFile {
  const known = parsed.get(file) ?? parse(file);
  parsed.set(file, known);
  return known;
}

function parse(file: SourceFile): ParsedFile {
  if (isEvaluated(file)) return { file, ...file.value };
  if (!isCode(file)) return parseYaml(file);
  const diagnostic = diagnose('ts/not-loaded', { name: file.name }, { file, start: 0, end: 0 });
  return { file, root: undefined, diagnostics: [diagnostic] };
}

function isEvaluated(file: SourceFile): file is EvaluatedSource {
  return 'value' in file;
}

/** A parsed file: its root value, absent when the file is empty or broken, and what is wrong with it. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly root: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the located tree of one YAML file. Nothing in the file is constructed or executed; tags other than
 * YAML's own types are refused. A file with a syntax error has no root.
 */
export function parseYaml(file: SourceFile): ParsedFile {
  let events: Event[];
  try {
    // js-yaml counts every list and mapping; one level more, so that our own message names the place.
    events = parseEvents(file.text, { filename: file.name, maxDepth: MAX_DEPTH * 2 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { file, root: undefined, diagnostics: [syntaxDiagnostic(file, error)] };
  }
  const documents = documentStarts(events);
  const first = documents[0];
  if (first === undefined) return { file, root: undefined, diagnostics: [emptyFile(file)] };
  const second = documents[1];
  const tree = buildTree(file, events.slice(first, second ?? events.length));
  const diagnostics = [...tree.diagnostics];
  if (second !== undefined) diagnostics.push(secondDocument(file));
  if (tree.root === undefined || isNothing(tree.root)) {
    return { file, root: undefined, diagnostics: diagnostics.length > 0 ? diagnostics : [emptyFile(file)] };
  }
  return { file, root: tree.root, diagnostics };
}

/** Returns the indices at which the documents of a stream of events start. */
function documentStarts(events: readonly Event[]): number[] {
  const starts: number[] = [];
  events.forEach((event, index) => {
    if (event.type === EVENT_DOCUMENT) starts.push(index);
  });
  return starts;
}

function isNothing(root: Node): boolean {
  return root.kind === 'scalar' && root.style === 'plain' && /^(~|null)?$/i.test(root.text);
}

function emptyFile(file: SourceFile): Diagnostic {
  return diagnose(
    'source/empty',
    { file: file.name },
    { file, start: 0, end: 0 },
    {
      help: 'write the spec, or remove the file',
    },
  );
}

/** The separator is found in the text: the event of a document has no place of its own. */
function secondDocument(file: SourceFile): Diagnostic {
  const separators = [...file.text.matchAll(/^(---|\.\.\.)(?=\s|$)/gm)];
  const content = file.text.search(/^(?!---|%|#|[^\S\n]*$)/m);
  const separator = separators.find((match) => content !== -1 && match.index > content) ?? separators.at(-1);
  const start = separator?.index ?? 0;
  return diagnose(
    'source/several-documents',
    {},
    { file, start, end: start + (separator?.[0].length ?? 0) },
    {
      help: 'put all entries under one list, or move the second document to a project of its own',
    },
  );
}
