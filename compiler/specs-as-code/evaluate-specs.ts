import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { specKindOf } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { AllowedFiles } from './allowed-files.ts';
import { createProgram } from './check/create-program.ts';
import { type ModuleFile, readModules, virtualPath } from './check/module-graph.ts';
import { typeDiagnostics } from './check/type-diagnostics.ts';
import type { Evaluated, EvaluatedSpec } from './evaluated.ts';
import { type FailureContext, failureDiagnostic, limitDiagnostic, noSpec } from './failures.ts';
import { projectPath } from './file-names.ts';
import { emitModules } from './instrument/emit-modules.ts';
import { evaluationLimits } from './limits.ts';
import type { Sandbox } from './run-sandbox.ts';
import type { Outcome } from './sandbox/outcome.ts';
import type { EvaluationAnswer } from './worker/protocol.ts';

/** What came of checking and evaluating the specs of a project. */
export interface EvaluationResult {
  readonly evaluated: Evaluated;
  /** Every file that was read, by its path below the root. */
  readonly modules: ReadonlyMap<string, ModuleFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the values of specs in TypeScript. Nothing runs before all their files are free of errors. */
export async function evaluateSpecs(
  specs: readonly SourceFile[],
  allowed: AllowedFiles,
  sandbox: Sandbox,
): Promise<EvaluationResult> {
  const graph = readModules(specs, allowed);
  const program = createProgram(graph);
  const diagnostics = [...graph.diagnostics, ...typeDiagnostics(program, graph)];
  const { modules } = graph;
  const nothing: Evaluated = { files: [], places: [], specs: [] };
  if (diagnostics.length > 0) return { evaluated: nothing, modules, diagnostics };
  const emitted = emitModules(program, graph);
  const entries = specs.map((spec) => ({
    spec,
    entry: virtualPath(projectPath(allowed.project, spec.name)),
  }));
  const checker = program.getTypeChecker();
  const exporting = entries.filter(({ spec, entry }) => {
    const symbol = program.getSourceFile(entry);
    const module = symbol === undefined ? undefined : checker.getSymbolAtLocation(symbol);
    if (module !== undefined && checker.getExportsOfModule(module).some(({ name }) => name === 'default'))
      return true;
    diagnostics.push(noSpec({ spec, graph, emitted }));
    return false;
  });
  const answers = await sandbox.evaluate({
    modules: Object.fromEntries(emitted.code),
    sites: emitted.tables.sites,
    entries: exporting.map(({ entry }) => entry),
    limits: evaluationLimits,
  });
  const values: EvaluatedSpec[] = [];
  exporting.forEach(({ spec }, index) => {
    const answer = answers[index];
    if (answer === undefined) return;
    const result = specOrFinding(answer, { spec, graph, emitted });
    if ('code' in result) diagnostics.push(result);
    else values.push(result);
  });
  const files = emitted.tables.files.map((name) => name.slice(virtualPath('').length));
  return { evaluated: { files, places: emitted.tables.places, specs: values }, modules, diagnostics };
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
