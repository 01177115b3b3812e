import type { GradleBuilder } from '../../../../jenkins/builders/gradle.ts';
import { shellWord } from '../../../print/shell-word.ts';
import {
  joinTexts,
  mapValue,
  plainValue,
  type Text,
  TracedText,
  type Valued,
} from '../../../text/traced-text.ts';

/**
 * Returns the command of a Gradle step: switches before tasks, as the Gradle plugin calls it (`Gradle.perform`). The
 * shell gets the words that the plugin would pass, and fills in variables, but runs nothing that stands in them.
 */
export function gradleCommand({ tasks, switches, useWrapper }: GradleBuilder): Valued<string> {
  const program = mapValue(useWrapper ?? true, (wrapper) => (wrapper ? './gradlew' : 'gradle'));
  const words = [switches, tasks].map((text) => mapText(text ?? ''));
  return joinTexts([program, ...words.filter((text) => plainValue(text) !== '')], ' ');
}

function mapText(text: Text): Valued<string> {
  return text instanceof TracedText ? shellWords(text.text) : mapValue(text, shellWords);
}

/** Returns the words of a text, each as one of the shell in which variables stay. */
function shellWords(text: string): string {
  return tokens(text)
    .map(
      (token) =>
        token
          .split(REFERENCE)
          .map((part) => (isReference(part) ? part : part === '' ? '' : shellWord(part)))
          .join('') || "''",
    )
    .join(' ');
}

const REFERENCE = /(\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}))/;

function isReference(part: string): boolean {
  return part.startsWith('$') && REFERENCE.test(part);
}

/** Follows `hudson.util.QuotedStringTokenizer`: blanks part words, quotes keep them together, and backslashes escape. */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  let token: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && at + 1 < text.length) token = (token ?? '') + text.charAt(++at);
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      token ??= '';
    } else if (quote === '' && /\s/.test(character)) {
      if (token !== undefined) found.push(token);
      token = undefined;
    } else token = (token ?? '') + character;
  }
  return token === undefined ? found : [...found, token];
}
