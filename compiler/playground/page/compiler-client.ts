import type { Answer, Question, QuestionKind, Questions } from '../protocol.ts';
import { loadHere, programUrl } from './packed-program.ts';
import type { AskService } from './service-worker.ts';

/** An answer that takes longer than this does not come: the compiler is ended and starts anew. */
const LONGEST = 15_000;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The compiler as the page asks it: in a worker, so that nobody waits while it works. */
export class CompilerClient {
  private readonly program = programUrl('service-program');
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private here: Promise<AskService> | undefined;
  private ready: Promise<void>;
  private readonly forgot: () => void;
  private count = 0;

  /** Calls back when the compiler starts anew: it knows no texts then. */
  constructor(forgot: () => void) {
    this.forgot = forgot;
    this.ready = this.start();
  }

  /** Asks; rejects where the compiler breaks down or was ended, and says why. */
  ask<K extends QuestionKind>(kind: K, ask: Questions[K]['ask']): Promise<Questions[K]['answer']> {
    const id = this.count++;
    const question = { id, kind, ask } as Question;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.restart(), LONGEST);
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, timer });
      void this.ready.then(() => this.send(question));
    });
  }

  private send(question: Question): void {
    const give = (problem: unknown) => this.take({ id: question.id, problem: String(problem) });
    if (this.worker !== undefined) this.worker.postMessage(question);
    else this.here?.then((answer) => answer(question)).then((answer) => this.take(answer), give);
  }

  private async start(): Promise<void> {
    const url = await this.program;
    try {
      this.worker = new Worker(url);
      this.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.take(data));
      // Some browsers start no worker for a page that was opened from a file; that is only told afterwards.
      this.worker.addEventListener('error', () => this.moveHere(url));
    } catch {
      this.moveHere(url);
    }
  }

  private moveHere(url: string): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.here ??= loadHere(url).then(
      () => (globalThis as unknown as { bitesizeService: AskService }).bitesizeService,
    );
    this.giveUp('the compiler starts once more in this page');
  }

  private restart(): void {
    if (this.worker === undefined) return;
    this.worker.terminate();
    this.giveUp(`the compiler did not answer within ${LONGEST / 1000} seconds and was ended`);
    this.ready = this.start();
  }

  private giveUp(why: string): void {
    this.forgot();
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(new Error(why));
    }
  }

  private take({ id, answer, problem }: Answer): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    if (problem === undefined) waiting.resolve(answer);
    else waiting.reject(new Error(`a bug of bitesize: ${problem}`));
  }
}
