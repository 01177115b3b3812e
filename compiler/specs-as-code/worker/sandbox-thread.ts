import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Introduction } from './limited-thread.ts';
import { meteredWasm, USED_UP } from './metered-wasm.ts';
import type { EngineSetup, EvaluationAnswer, EvaluationRequest } from './protocol.ts';
import { threadName } from './thread-time.ts';

/*
 * Runs in a thread of its own, so that work inside the engine that nothing interrupts can be ended from outside. It is
 * bundled to one text (scripts/generate-sandbox.ts) and gets the addresses of QuickJS from the thread that starts it.
 */

const { engine, variant, wasm, sandbox } = workerData as EngineSetup;
parentPort?.postMessage({ thread: threadName() } satisfies Introduction);
const loaded = Promise.all([import(engine), import(variant)]);

parentPort?.on('message', async (request: EvaluationRequest) => {
  parentPort?.postMessage(await evaluate(request));
});

/** The part of WebAssembly that is needed here; the library of the compiler has it only for browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
  }) => {
    readonly buffer: ArrayBuffer;
  };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
};

/** The engine that counts its turns, for the limit that it was made for. */
let metered: { readonly turns: number; readonly module: object } | undefined;

function meteredModule(turns: number): object {
  if (metered?.turns === turns) return metered.module;
  const bytes = meteredWasm(readFileSync(fileURLToPath(wasm)), turns);
  metered = { turns, module: new WebAssembly.Module(bytes) };
  return metered.module;
}

/** WebAssembly counts memory in pages of 64 KiB; the engine starts with 256 of them. */
const PAGE = 65536;

/** A new engine for each spec: nothing that one leaves in its memory can reach the next. */
async function evaluate(request: EvaluationRequest): Promise<EvaluationAnswer> {
  const [{ newQuickJSWASMModuleFromVariant, newVariant }, { default: quickJsVariant }] = await loaded;
  // The engine counts pieces of memory, not their sizes: only the memory itself bounds it.
  const memory = new WebAssembly.Memory({ initial: 256, maximum: request.limits.memory / PAGE });
  const module: QuickJSWASMModule = await newQuickJSWASMModuleFromVariant(
    newVariant(quickJsVariant, { wasmMemory: memory, wasmModule: meteredModule(request.limits.turns) }),
  );
  // Memory grows in steps, and the last one may not fit; without memory the engine has no words for what happened.
  const isFull = () => memory.buffer.byteLength >= request.limits.memory / 2;
  try {
    return run(module, request, isFull);
  } catch (error) {
    // A trap of WebAssembly: the engine cannot go on, and is thrown away.
    if (error instanceof Error && error.message === USED_UP) return { gaveUp: 'interrupted' };
    return { gaveUp: isFull() ? 'out of memory' : String(error) };
  }
}

function run(module: QuickJSWASMModule, request: EvaluationRequest, isFull: () => boolean): EvaluationAnswer {
  const runtime = module.newRuntime();
  runtime.setMaxStackSize(request.limits.stack);
  let ticks = 0;
  runtime.setInterruptHandler(() => ++ticks > request.limits.ticks);
  const modules = new Map(Object.entries(request.modules));
  modules.set('bitesize:sandbox', sandbox);
  modules.set('bitesize:start', startCode(request));
  modules.set('bitesize:run', runCode(request));
  modules.set('bitesize', `export { ${authoring.join(', ')} } from 'bitesize:sandbox';`);
  runtime.setModuleLoader(
    (name: string) => modules.get(name) ?? { error: new Error(`no module ${name}`) },
    (_base: string, name: string) =>
      modules.has(name) ? name : { error: new Error(`cannot import ${name} while a spec runs`) },
  );
  const context = runtime.newContext();
  const started = context.evalCode("import 'bitesize:start';", 'bitesize:main', { type: 'module' });
  if (started.error)
    throw new Error(`the sandbox did not start: ${textOf(context, started.error, 'message')}`);
  const result = context.evalCode("export { default } from 'bitesize:run';", 'bitesize:end', {
    type: 'module',
  });
  if (!result.error) return { outcome: textOf(context, result.value, 'default') };
  const message = textOf(context, result.error, 'message');
  if (ticks > request.limits.ticks) {
    return { gaveUp: 'interrupted', stack: textOf(context, result.error, 'stack') };
  }
  if (message === 'out of memory' || (message === '' && isFull()))
    return { gaveUp: 'out of memory', stack: textOf(context, result.error, 'stack') };
  return describe(context, result.error, message);
}

/** Asks the sandbox what an exception was; when it cannot say any more, the engine's own words must do. */
function describe(context: QuickJSContext, error: QuickJSHandle, message: string): EvaluationAnswer {
  const stack = textOf(context, error, 'stack');
  const reporter = context.evalCode("export { describe } from 'bitesize:sandbox';", 'bitesize:error', {
    type: 'module',
  });
  if (reporter.error) return { gaveUp: message, stack };
  const described = context.callFunction(
    context.getProp(reporter.value, 'describe'),
    context.undefined,
    error,
  );
  if (described.error) return { gaveUp: message, stack };
  return { outcome: context.getString(described.value) };
}

const authoring = [
  'application',
  'build',
  'component',
  'environment',
  'environments',
  'jenkins',
  'job',
  'jobs',
  'service',
];

function startCode({ sites }: EvaluationRequest): string {
  return `import { install } from 'bitesize:sandbox';\ninstall(JSON.parse(${JSON.stringify(JSON.stringify(sites))}));`;
}

function runCode({ entry, limits: { depth, nodes, characters } }: EvaluationRequest): string {
  const limits = JSON.stringify({ depth, nodes, characters });
  return [
    `import spec from ${JSON.stringify(entry)};`,
    "import { finish } from 'bitesize:sandbox';",
    `export default finish(spec, ${limits});`,
  ].join('\n');
}

function textOf(context: QuickJSContext, owner: QuickJSHandle, key: string): string {
  if (context.typeof(owner) !== 'object') return '';
  const property = context.getProp(owner, key);
  return context.typeof(property) === 'string' ? context.getString(property) : '';
}
