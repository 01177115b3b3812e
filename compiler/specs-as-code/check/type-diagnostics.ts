import ts from 'typescript';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix, Label } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../text/span.ts';
import { AUTHORING } from './create-program.ts';
import { withHiddenMistakes } from './hidden-mistakes.ts';
import { type ModuleGraph, virtualPath } from './module-graph.ts';
import { typeContext } from './type-context.ts';

/** TypeScript's message in our form: what is wrong, what to do, and the name that was meant, if it knows. */
interface TypeMessage {
  readonly problem: string;
  readonly help: readonly string[];
  readonly meant?: string;
}

/** Advice of TypeScript that does not hold for specs: libraries and compiler options are fixed. */
const ADVICE = /\s*(Do you need to (change|install)|Try (changing|`?npm)|Consider |Did you mean ).*$/s;

/** Cannot find a name, with and without advice about libraries that would declare it. */
const UNKNOWN_NAME = new Set([2304, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593]);

/** Reasons that say more than the message above them: properties that are missing. */
const MISSING = new Set([2741, 2739, 2740]);

/** An entry of jobs.bitesize without its kind: TypeScript names any one of the kinds that it could be. */
const WITHOUT_KIND = /^Property 'kind' is missing in type .* but required in type '\w+(Item|View)'\.?$/s;

const withoutKind: TypeMessage = {
  problem: 'this entry has no `kind`, which says what it is',
  help: ["add `kind: 'freestyle'`, or another kind: `bitesize explain jobs.kind` lists them"],
};

/** Returns a message of TypeScript as one of ours: lower case, names in backticks, advice as help. */
function typeMessage({ messageText, code }: ts.DiagnosticRelatedInformation): TypeMessage {
  const chain = chainOf(messageText, code);
  const top = chain[0] ?? { text: '', code };
  const reason = chain.at(-1) ?? top;
  if (WITHOUT_KIND.test(reason.text)) return withoutKind;
  const meant = /Did you mean(?: to write)? '([^']+)'\?$/.exec(top.text)?.[1];
  const first = MISSING.has(reason.code) ? reason : top;
  const problem = sentence(first.text.replace(ADVICE, ''));
  const detail = detailOf(chain);
  const help = [
    ...(first === reason || detail === undefined ? [] : [detail]),
    ...(UNKNOWN_NAME.has(code) && meant === undefined
      ? ['a spec sees the language itself and what it imports, nothing of the machine']
      : []),
  ];
  return meant === undefined ? { problem, help } : { problem, help, meant };
}

/** The last reason, with the properties that lead to it: a type is too large to compare it by eye. */
function detailOf(chain: readonly { text: string }[]): string | undefined {
  const reason = chain.at(-1);
  if (reason === undefined || chain.length < 2) return undefined;
  const path = chain.flatMap(({ text }) => /^Types of property '(.*)' are/.exec(text)?.[1] ?? []);
  const text = sentence(reason.text);
  if (path.includes('[kind]')) return undefined;
  return path.length === 0 ? text : `in \`${path.join('.')}\`: ${text}`;
}

/** The message and the reasons below it, the last of which is the most exact. */
function chainOf(text: string | ts.DiagnosticMessageChain, code: number): { text: string; code: number }[] {
  if (typeof text === 'string') return [{ text, code }];
  const [next] = text.next ?? [];
  const here = { text: text.messageText, code: text.code };
  return next === undefined ? [here] : [here, ...chainOf(next, next.code)];
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const quoted = line.replace(/'((?:[^'\\]|\\.)*)'/g, '`$1`').replace(/ \| undefined`/g, '`');
  return /^[A-Z][a-z]/.test(quoted) ? quoted.charAt(0).toLowerCase() + quoted.slice(1) : quoted;
}

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
      const errors = program
        .getSemanticDiagnostics(source)
        .filter(({ category }) => category === ts.DiagnosticCategory.Error);
      found.push(
        ...withHiddenMistakes(errors, program.getTypeChecker())
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
