import { parentPort, workerData } from 'node:worker_threads';
import type { FilesElsewhere } from '../check/module-graph.ts';
import { evaluateSpecs } from '../evaluate-specs.ts';
import { withFiles } from '../with-files.ts';
import { type Introduction, LimitedThread } from './limited-thread.ts';
import type {
  EvaluationAnswer,
  EvaluationRequest,
  FileAnswer,
  FileQuestion,
  SpecsRequest,
  TypeScriptMessage,
  TypeScriptSetup,
} from './protocol.ts';
import { threadName } from './thread-time.ts';

/*
 * Runs in a thread of its own, so that TypeScript can be ended from outside, and does one project after the other. It
 * is bundled to one text (scripts/generate-sandbox.ts), reads no file of a project itself, and has the engine in
 * another thread.
 */

const { engine, engineCode } = workerData as TypeScriptSetup;
const sandbox = new LimitedThread(engineCode, {
  workerData: engine,
  // The engine's own stack is bounded; the thread's must be larger than what that takes.
  resourceLimits: { stackSizeMb: 16 },
});
let answered: ((answer: FileAnswer) => void) | undefined;

parentPort?.on('message', async (message: SpecsRequest | FileAnswer) => {
  if (message.kind === 'specs') tell(await work(message));
  else answered?.(message);
});
parentPort?.postMessage({ thread: threadName() } satisfies Introduction);
sandbox.start();

async function work({ specs, project, limits }: SpecsRequest): Promise<TypeScriptMessage> {
  const result = await evaluateSpecs(specs, {
    files: filesElsewhere(project),
    limits,
    evaluate,
    onProgress: tell,
  });
  // Texts are known where the files were read.
  const diagnostics = result.diagnostics.map((each) => withFiles(each, ({ name }) => ({ name, text: '' })));
  return { kind: 'answer', ...result, diagnostics };
}

async function evaluate(request: EvaluationRequest): Promise<EvaluationAnswer> {
  const ended = await sandbox.ask<EvaluationAnswer>(request, {
    time: request.limits.time,
    // The boundary: the thread is our own code.
    onMessage: (message) => ({ answer: message as EvaluationAnswer }),
  });
  return 'answer' in ended ? ended.answer : { gaveUp: ended.end };
}

function filesElsewhere(project: string): FilesElsewhere {
  const ask = (question: FileQuestion): Promise<FileAnswer> =>
    new Promise((resolve) => {
      answered = resolve;
      tell(question);
    });
  return {
    project,
    read: async (path) => {
      const answer = await ask({ kind: 'read', path });
      return answer.kind === 'read' ? answer.read : { kind: 'absent' };
    },
    list: async (path) => {
      const answer = await ask({ kind: 'list', path });
      return answer.kind === 'list' ? answer.names : [];
    },
  };
}

function tell(message: TypeScriptMessage): void {
  parentPort?.postMessage(message);
}
