import type { Answer, Question } from '../protocol.ts';
import { createService } from '../service.ts';

/*
 * The compiler as a program of its own: in a worker it answers what the page sends; in a page that may not start one,
 * the page calls it.
 */

/** The function by which a page calls it. */
export type AskService = (question: Question) => Promise<Answer>;

const service = createService();
const answer: AskService = async (question) => {
  try {
    return { id: question.id, answer: await service(question) };
  } catch (error) {
    return { id: question.id, problem: error instanceof Error ? error.message : String(error) };
  }
};

if (typeof document === 'undefined') {
  // One after the other: a question is about the texts that were sent before it.
  let last: Promise<unknown> = Promise.resolve();
  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    last = last.then(async () => postMessage(await answer(data)));
  });
} else {
  Object.assign(globalThis, { bitesizeService: answer });
}
