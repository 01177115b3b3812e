import ts from 'typescript';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span, Step } from '../text/span.ts';
import { type ModuleGraph, virtualPath } from './check/module-graph.ts';
import type { EmittedModules } from './instrument/emit-modules.ts';
import { originalPosition } from './instrument/source-map.ts';
import type { Outcome } from './sandbox/outcome.ts';
import type { EvaluationAnswer } from './worker/protocol.ts';

/** What is needed to say where a spec failed. */
export interface FailureContext {
  readonly spec: SourceFile;
  readonly graph: ModuleGraph;
  readonly emitted: EmittedModules;
}

/** An outcome of the sandbox that is no value. */
export type Failure = Exclude<Outcome, { readonly kind: 'value' }>;

/** Returns the finding for a spec whose evaluation did not give a value. */
export function failureDiagnostic(failure: Failure, context: FailureContext): Diagnostic {
  const { spec } = context;
  const start: Span = { file: spec, start: 0, end: 0 };
  switch (failure.kind) {
    case 'no-spec':
      return noSpec(context);
    case 'not-plain': {
      const { place, steps } = failure.origin;
      const via = steps.map(([kind, at]) => ({ kind, span: placeSpan(at, context) }));
      const path = failure.path === '' ? spec.name : failure.path;
      return diagnose(
        'ts/not-plain',
        { path, what: failure.what },
        { ...placeSpan(place, context), via },
        { help: 'a spec is made of text, numbers, booleans, lists and objects; leave out what is not there' },
      );
    }
    case 'not-available': {
      const { name, calls, stack } = failure;
      const span = callSpan(calls, context) ?? stackSpan(stack, '', context) ?? start;
      return diagnose('ts/not-available', { name }, span, { help: replacement(name) });
    }
    case 'threw': {
      const { message, stack, calls } = failure;
      const span = stackSpan(stack, message, context) ?? callSpan(calls, context) ?? start;
      const via = callSteps(calls, context).filter((step) => !contains(step.span, span));
      return diagnose('ts/threw', { error: shown(message) }, { ...span, via });
    }
  }
}

/** Returns the finding for a spec that the engine gave up. */
export function limitDiagnostic(answer: EvaluationAnswer, context: FailureContext): Diagnostic {
  const span = stackSpan(answer.stack ?? '', '', context) ?? { file: context.spec, start: 0, end: 0 };
  const reasons: Readonly<Record<string, string>> = {
    interrupted: 'takes too many steps',
    timeout: 'takes too long',
    'out of memory': 'takes too much memory',
  };
  const what = reasons[answer.gaveUp ?? ''] ?? `could not be evaluated: ${shown(answer.gaveUp ?? '')}`;
  return diagnose('ts/limit', { what }, span, {
    help: 'a spec is evaluated in a moment; look for a loop or a recursion that does not end',
  });
}

/** Returns the finding for a spec whose default export is nothing that a function of `bitesize` returned. */
export function noSpec({ spec, graph }: FailureContext): Diagnostic {
  const module = [...graph.modules.values()].find(({ file }) => file === spec);
  const exported = module?.source.statements.find(ts.isExportAssignment)?.expression;
  const kind = spec.name.split('.')[0] ?? 'build';
  const name = kind === 'containers' ? 'application' : kind;
  const span = exported
    ? { file: spec, start: exported.getStart(module?.source), end: exported.end }
    : { file: spec, start: 0, end: 0 };
  return diagnose('ts/no-spec', { name: spec.name }, span, {
    help: `write \`export default ${name}({ ... })\`, with \`${name}\` imported from 'bitesize'`,
  });
}

function placeSpan(place: number, { graph, emitted, spec }: FailureContext): Span {
  const [index, start, end] = emitted.tables.places[place] ?? [-1, 0, 0];
  const path = emitted.tables.files[index]?.slice(virtualPath('').length) ?? '';
  return { file: graph.modules.get(path)?.file ?? spec, start, end };
}

function callSteps(calls: readonly number[], context: FailureContext): Step[] {
  return calls.map((call) => ({ kind: 'call', span: placeSpan(call, context) }));
}

/** The innermost call in progress, with the calls around it. */
function callSpan(calls: readonly number[], context: FailureContext): Span | undefined {
  const [call, ...outer] = calls;
  if (call === undefined) return undefined;
  return { ...placeSpan(call, context), via: callSteps(outer, context) };
}

/** The expression behind the first line of a stack that lies in a file of the project. */
function stackSpan(stack: string, message: string, { graph, emitted }: FailureContext): Span | undefined {
  for (const match of stack.matchAll(/\(?(\/files\/[^\n]*?):(\d+):(\d+)\)?$/gm)) {
    const name = match[1] ?? '';
    const map = emitted.maps.get(name);
    const module = graph.modules.get(name.slice(virtualPath('').length));
    if (map === undefined || module === undefined) continue;
    const at = originalPosition(map, Number(match[2]) - 1, Number(match[3]) - 1);
    if (at === undefined) continue;
    const offset = module.source.getPositionOfLineAndCharacter(at.line, at.column);
    return { file: module.file, ...failedExpression(module.source, offset, message) };
  }
  return undefined;
}

/** A call that contains the place of an error is no way to it: the error is in its arguments. */
function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

function replacement(name: string): string {
  if (name.startsWith('Date'))
    return 'a spec has no clock: write the moment as text, or let the job find it out';
  if (name === 'Math.random') return 'a spec has no chance: write the value that you want';
  return 'write what the spec needs as plain functions and data';
}

function shown(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return `\`${line.length > 200 ? `${line.slice(0, 197)}...` : line}\``;
}

/**
 * Returns the expression that most likely failed. The engine names a line and, roughly, a column: on that line, what
 * was thrown, or the property or function that its message names; else the line itself.
 */
function failedExpression(
  source: ts.SourceFile,
  offset: number,
  message: string,
): { readonly start: number; readonly end: number } {
  const line = source.getLineAndCharacterOfPosition(offset).line;
  const name = /property '([^']+)' of|'?([\w$.]+)'? is not a function/.exec(message);
  const wanted = name?.[1] ?? name?.[2]?.split('.').at(-1);
  let thrown: ts.Node | undefined;
  let named: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (source.getLineAndCharacterOfPosition(node.end).line < line) return;
    const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    if (start > line) return;
    if (ts.isThrowStatement(node) && start === line) thrown ??= node.expression;
    if (ts.isPropertyAccessExpression(node) && node.name.text === wanted) named = node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  const found = named ?? thrown;
  if (found !== undefined) return { start: found.getStart(source), end: found.end };
  const text = source.text.slice(source.getPositionOfLineAndCharacter(line, 0)).split('\n')[0] ?? '';
  const start = source.getPositionOfLineAndCharacter(line, 0) + (text.length - text.trimStart().length);
  return { start, end: Math.max(start + text.trim().length, start + 1) };
}
