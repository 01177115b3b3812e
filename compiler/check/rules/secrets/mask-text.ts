import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { type FoundSecret, findSecrets } from './find-secrets.ts';

/** What a reader sees instead of a secret in a message. */
const HIDDEN = '********';

/** Returns a text for people without the secrets that it quotes, as far as their form gives them away. */
export function maskSecretForms(text: string): string {
  return masked(
    text,
    findSecrets(text).filter(({ by }) => by !== 'name'),
  );
}

/** Returns a text that is no message of ours without all secrets in it: those, too, that only their names give away. */
export function maskSecrets(text: string): string {
  return masked(text, findSecrets(text));
}

function masked(text: string, found: readonly FoundSecret[]): string {
  if (found.length === 0) return text;
  return found.reduceRight((safe, { start, end }) => safe.slice(0, start) + HIDDEN + safe.slice(end), text);
}

/** Returns a diagnostic in whose words no secret stands; a fix that would write one is left out. */
export function withoutSecrets(diagnostic: Diagnostic): Diagnostic {
  const { message, help, labels, fixes } = diagnostic;
  const written = [message, ...help, ...labels.map(({ text }) => text), ...fixes.flatMap(fixTexts)];
  // Nearly no diagnostic quotes one.
  if (written.every((text) => maskSecretForms(text) === text)) return diagnostic;
  return {
    ...diagnostic,
    message: maskSecretForms(message),
    help: help.map(maskSecretForms),
    labels: labels.map((label) => ({ ...label, text: maskSecretForms(label.text) })),
    fixes: fixes.filter((fix) => fixTexts(fix).every((text) => maskSecretForms(text) === text)),
  };
}

function fixTexts({ title, edits }: Diagnostic['fixes'][number]): readonly string[] {
  return [title, ...edits.map(({ text }) => text)];
}
