import type { Host } from '../../host/host.ts';
import { registryOf, usableUrl, type Wishes } from '../../scaffold/plan-project.ts';

/** What the user is asked: the question, and what an answer must be. */
interface Question {
  readonly wish: 'git' | 'registry' | 'host';
  readonly text: string;
  readonly isAnswer: (answer: string) => boolean;
}

const isHost = (answer: string) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(answer);

const questions: readonly Question[] = [
  { wish: 'git', text: 'Git URL of the source', isAnswer: (answer) => usableUrl(answer) !== undefined },
  {
    wish: 'registry',
    text: 'Registry that images are pushed to',
    isAnswer: (answer) => /^[a-z0-9]([a-z0-9.:/_-]*[a-z0-9])?$/.test(answer),
  },
  { wish: 'host', text: 'Host name that people use', isAnswer: isHost },
];

/** How often a question is asked again. */
const MOST_TRIES = 3;

/**
 * Returns what the user says, asked for what nobody else knows; an empty answer leaves it to be done later. Undefined
 * when the user has had enough (Ctrl-C).
 */
export async function askQuestions(
  ask: NonNullable<Host['ask']>,
  { remote }: { readonly remote: string | undefined },
): Promise<Wishes | undefined> {
  const wishes: { -readonly [K in Question['wish']]?: string } = {};
  for (const { wish, text, isAnswer } of questions) {
    if (wish === 'git' && remote !== undefined) continue;
    const otherwise = (wish === 'registry' ? registryOf(wishes.git ?? remote)?.value : undefined) ?? 'later';
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = (await ask(`${text} (Enter: ${otherwise}): `))?.trim();
      if (answer === undefined) return undefined;
      if (answer === '') break;
      if (!isAnswer(answer)) continue;
      wishes[wish] = answer;
      break;
    }
  }
  return wishes;
}
