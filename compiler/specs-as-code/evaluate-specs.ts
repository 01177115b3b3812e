import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { specKindOf } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/span.ts';
import { projectPath } from './allowed-files.ts';
import { createProgram } from './check/create-program.ts';
import { type FilesElsewhere, readModules, virtualPath } from './check/module-graph.ts';
import { tooMuchOf } from './check/too-much.ts';
import { typeDiagnostics } from './check/type-diagnostics.ts';
import { WorkCounter } from './check/work-counter.ts';
import type { Evaluated, EvaluatedSpec } from './evaluated.ts';
import { type FailureContext, failureDiagnostic, limitDiagnostic, noSpec } from './failures.ts';
import { emitModules } from './instrument/emit-modules.ts';
import { checkLimitDiagnostic } from './limit-diagnostic.ts';
import type { SpecLimits } from './limits.ts';
import type { Outcome } from './sandbox/outcome.ts';
import type { EvaluationAnswer, EvaluationRequest, Progress, SpecsAnswer } from './worker/protocol.ts';

/** What evaluation stands on. */
export interface EvaluationContext {
  readonly files: FilesElsewhere;
  readonly limits: SpecLimits;
  /** Runs one spec in the sandbox. */
  readonly evaluate: (request: EvaluationRequest) => Promise<EvaluationAnswer>;
  /** Is told what comes next. */
  readonly onProgress: (progress: Progress) => void;
}

type Result = Omit<SpecsAnswer, 'kind'>;

const nothing: Evaluated = { files: [], places: [], specs: [] };

/**
 * Returns the values of specs in TypeScript. Nothing runs before all their files are free of errors. What asks too much
 * of TypeScript is a finding, whatever it does to it.
 */
export async function evaluateSpecs(
  specs: readonly SourceFile[],
  context: EvaluationContext,
): Promise<Result> {
  let at: SourceFile = specs[0] ?? { name: '', text: '' };
  const checking: Checking = {
    ...context,
    counter: new WorkCounter(context.limits.check),
    onFile: (doing, file) => {
      at = file;
      context.onProgress({ kind: 'at', doing, name: file.name });
    },
  };
  try {
    return await checkAndEvaluate(specs, checking);
  } catch (error) {
    const tooMuch = tooMuchOf(error);
    if (tooMuch === undefined) throw error;
    const span = tooMuch.span ?? { file: at, start: 0, end: 0 };
    return { evaluated: nothing, diagnostics: [checkLimitDiagnostic(tooMuch.what, span)], gaveUp: true };
  }
}

interface Checking extends EvaluationContext {
  readonly counter: WorkCounter;
  readonly onFile: (doing: Progress['doing'], file: SourceFile) => void;
}

async function checkAndEvaluate(specs: readonly SourceFile[], context: Checking): Promise<Result> {
  const { files, limits, counter, onFile } = context;
  const graph = await readModules(specs, {
    files,
    limits: limits.check,
    counter,
    onFile: (file) => onFile('read', file),
  });
  const program = createProgram(graph);
  // The library is bound here, once for many projects: that does not count.
  program.getTypeChecker();
  const found = counter.count('types', () =>
    typeDiagnostics(program, graph, (file) => onFile('check', file)),
  );
  const diagnostics = [...graph.diagnostics, ...found];
  if (diagnostics.length > 0) return { evaluated: nothing, diagnostics, gaveUp: false };
  const emitted = counter.count('types', () => emitModules(program, graph));
  const exporting = specs.filter((spec) => {
    if (hasDefault(program, virtualPath(projectPath(files.project, spec.name)))) return true;
    diagnostics.push(noSpec({ spec, graph, emitted }));
    return false;
  });
  const values: EvaluatedSpec[] = [];
  for (const spec of exporting) {
    onFile('evaluate', spec);
    const answer = await context.evaluate({
      modules: Object.fromEntries(emitted.code),
      sites: emitted.tables.sites,
      entry: virtualPath(projectPath(files.project, spec.name)),
      limits: limits.evaluation,
    });
    const result = specOrFinding(answer, { spec, graph, emitted });
    if ('code' in result) diagnostics.push(result);
    else values.push(result);
  }
  const names = emitted.tables.files.map((name) => name.slice(virtualPath('').length));
  return {
    evaluated: { files: names, places: emitted.tables.places, specs: values },
    diagnostics,
    gaveUp: false,
  };
}

function hasDefault(program: ReturnType<typeof createProgram>, entry: string): boolean {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  return module !== undefined && checker.getExportsOfModule(module).some(({ name }) => name === 'default');
}

function specOrFinding(answer: EvaluationAnswer, context: FailureContext): EvaluatedSpec | Diagnostic {
  const { spec } = context;
  if (answer.outcome === undefined) return limitDiagnostic(answer, context);
  // The boundary: the sandbox writes outcomes, and specs cannot change what writes them.
  const outcome = JSON.parse(answer.outcome) as Outcome;
  if (outcome.kind !== 'value') return failureDiagnostic(outcome, context);
  const expected = specKindOf(spec.name);
  if (outcome.spec === expected) return { name: spec.name, value: outcome.value };
  const wrong = noSpec(context);
  return diagnose('ts/wrong-spec', { found: outcome.spec, expected: expected ?? 'build' }, wrong.span, {
    help: wrong.help,
  });
}
