import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../text/span.ts';
import { type AllowedFiles, displayName } from './allowed-files.ts';
import { sandboxCode, sandboxThreadCode, typescriptThreadCode } from './generated/sandbox.ts';
import { checkLimitDiagnostic, endedWhile } from './limit-diagnostic.ts';
import type { SpecLimits } from './limits.ts';
import { withFiles } from './with-files.ts';
import { LimitedThread } from './worker/limited-thread.ts';
import type {
  FileAnswer,
  Progress,
  SpecsAnswer,
  TypeScriptMessage,
  TypeScriptSetup,
} from './worker/protocol.ts';

/** What came of checking and evaluating the specs of a project. */
export interface EvaluationResult extends Omit<SpecsAnswer, 'kind'> {
  /** Every file that was read, by its path below the root. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Room for the recursions of TypeScript over files that are nested as deep as they may be. */
const STACK_MB = 64;

/** The thread with TypeScript, which takes a second to get ready: it stays for all projects, and all runs of a watch. */
let thread: { readonly heap: number; readonly is: LimitedThread } | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Returns the values of specs in TypeScript, by path below the root. They are checked and evaluated in another thread,
 * one project at a time; specs that keep it busy for too long, or need too much memory, end it and get a finding.
 */
export function evaluateOnThread(
  specs: ReadonlyMap<string, SourceFile>,
  allowed: AllowedFiles,
  limits: SpecLimits,
): Promise<EvaluationResult> {
  const result = last.then(() => evaluate(specs, allowed, limits));
  last = result.catch(() => undefined);
  return result;
}

async function evaluate(
  specs: ReadonlyMap<string, SourceFile>,
  allowed: AllowedFiles,
  limits: SpecLimits,
): Promise<EvaluationResult> {
  const { project } = allowed;
  const files = new Map(specs);
  const asked = await typescriptThread(limits.check.heap);
  let at: Progress | undefined;
  const fileAnswer = (kind: 'read' | 'list', path: string): FileAnswer => {
    if (kind === 'list') return { kind, names: allowed.list(path) };
    const read = allowed.read(path);
    if (read.kind === 'text' && !files.has(read.path))
      files.set(read.path, { name: displayName(project, read.path), text: read.text });
    return { kind, read };
  };
  const request = { kind: 'specs', project, specs: [...specs.values()], limits };
  const ended = await asked.ask<SpecsAnswer>(request, {
    time: limits.check.time,
    onMessage: (given) => {
      // The boundary: the thread is our own code.
      const message = given as TypeScriptMessage;
      if (message.kind === 'answer') return { answer: message };
      if (message.kind === 'at') at = message;
      else asked.send(fileAnswer(message.kind, message.path));
      return undefined;
    },
  });
  const named = new Map([...files.values()].map((file) => [file.name, file]));
  const fileOf = (name: string): SourceFile => named.get(name) ?? { name, text: '' };
  if ('answer' in ended) {
    const diagnostics = ended.answer.diagnostics.map((each) => withFiles(each, ({ name }) => fileOf(name)));
    return { ...ended.answer, files, diagnostics };
  }
  const file = fileOf(at?.name ?? [...specs.values()][0]?.name ?? '');
  const finding = checkLimitDiagnostic(endedWhile(at?.doing ?? 'read', ended.end), {
    file,
    start: 0,
    end: 0,
  });
  return { evaluated: { files: [], places: [], specs: [] }, files, diagnostics: [finding], gaveUp: true };
}

async function typescriptThread(heap: number): Promise<LimitedThread> {
  if (thread?.heap === heap) return thread.is;
  await thread?.is.end();
  const { resolveModule } = await import('./resolve-module.ts');
  const setup: TypeScriptSetup = {
    typescript: fileURLToPath(resolveModule('typescript')),
    engine: {
      engine: resolveModule('quickjs-emscripten-core'),
      variant: resolveModule('@jitl/quickjs-ng-wasmfile-release-sync'),
      wasm: resolveModule('@jitl/quickjs-ng-wasmfile-release-sync/wasm'),
      sandbox: sandboxCode,
    },
    engineCode: sandboxThreadCode,
  };
  const resourceLimits = { maxOldGenerationSizeMb: heap, stackSizeMb: STACK_MB };
  thread = { heap, is: new LimitedThread(typescriptThreadCode, { workerData: setup, resourceLimits }) };
  return thread.is;
}
