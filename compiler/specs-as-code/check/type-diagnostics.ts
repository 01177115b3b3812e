import ts from 'typescript';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix, Label } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { Span } from '../../text/span.ts';
import { AUTHORING } from './create-program.ts';
import { type ModuleGraph, virtualPath } from './module-graph.ts';
import { typeContext } from './type-context.ts';
import { typeMessage } from './type-message.ts';

/** The most findings that get all that is known around their places; that takes a walk through the file for each. */
const MAX_EXPLAINED = 500;

/**
 * What specs in TypeScript are told about their syntax and types, one finding per mistake. `onFile` is called before a
 * file is checked.
 */
export function typeDiagnostics(
  program: ts.Program,
  graph: ModuleGraph,
  onFile: (file: SourceFile) => void,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const module of graph.modules.values()) {
    onFile(module.file);
    const source = program.getSourceFile(virtualPath(module.path));
    const syntax = program.getSyntacticDiagnostics(source);
    // TypeScript goes on after a syntax error and stumbles over the rest; the first one is the mistake.
    const first = syntax[0];
    if (first !== undefined) found.push(syntaxDiagnostic(first, graph));
    else if (!module.path.endsWith('.json')) {
      const semantic = program.getSemanticDiagnostics(source);
      found.push(
        ...semantic
          .filter(({ category }) => category === ts.DiagnosticCategory.Error)
          .filter((each) => !isKnown(each, module.file, graph))
          .map((each, index) => typeDiagnostic(each, program, graph, found.length + index < MAX_EXPLAINED)),
      );
    }
  }
  return found;
}

/** What cannot be imported has its finding; TypeScript sees only that the import leads nowhere. */
function isKnown({ start = 0 }: ts.Diagnostic, file: SourceFile, { diagnostics }: ModuleGraph): boolean {
  return diagnostics.some(({ span }) => span?.file === file && span.start <= start && start < span.end);
}

function syntaxDiagnostic(found: ts.Diagnostic, graph: ModuleGraph): Diagnostic {
  const { problem, help } = typeMessage(found);
  return diagnose('ts/syntax', { problem, number: found.code }, spanOf(found, graph), { help });
}

function typeDiagnostic(
  found: ts.Diagnostic,
  program: ts.Program,
  graph: ModuleGraph,
  isExplained: boolean,
): Diagnostic {
  const message = typeMessage(found);
  const checker = program.getTypeChecker();
  const context = isExplained ? typeContext(found, checker, program.getSourceFile(AUTHORING)) : {};
  const named = spanOf(found, graph);
  const span = named === undefined || context.value === undefined ? named : { ...named, ...context.value };
  const meant = message.meant ?? context.meant;
  const help = [
    ...(meant === undefined ? [] : [`did you mean \`${meant}\`?`]),
    ...(context.quoted === undefined ? [] : [`text stands in quotes: \`'${context.quoted}'\``]),
    ...message.help,
  ];
  return diagnose('ts/type', { problem: message.problem, number: found.code }, span, {
    help,
    labels: labelsOf(found, graph),
    fixes: span === undefined ? [] : fixesOf(span, meant, context.quoted),
  });
}

function labelsOf(found: ts.Diagnostic, graph: ModuleGraph): Label[] {
  return (found.relatedInformation ?? []).flatMap((related) => {
    const span = spanOf(related, graph);
    const text = typeMessage(related).problem;
    return span === undefined || text === '' || text.includes('`await`') ? [] : [{ span, text }];
  });
}

/** TypeScript marks the whole name that was meant to be another one; quotes stay as they are. */
function fixesOf(span: Span, meant: string | undefined, quoted: string | undefined): Fix[] {
  if (quoted !== undefined)
    return [{ title: 'put it in quotes', edits: [{ span, text: `'${quoted}'` }], safe: true }];
  const written = span.file.text.slice(span.start, span.end);
  if (meant === undefined || !/^[\w$]+$/.test(written) || !/^[A-Za-z_$][\w$]*$/.test(meant)) return [];
  return [{ title: `write \`${meant}\``, edits: [{ span, text: meant }], safe: false }];
}

function spanOf(found: ts.DiagnosticRelatedInformation, graph: ModuleGraph): Span | undefined {
  if (found.file === undefined || found.start === undefined) return undefined;
  const module = graph.modules.get(found.file.fileName.slice(virtualPath('').length));
  if (module === undefined) return undefined;
  return { file: module.file, start: found.start, end: found.start + (found.length ?? 1) };
}
