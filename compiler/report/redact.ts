import { specSecrets } from '../check/rules/secrets/spec-secrets.ts';
import type { SourceFile, Span } from '../text/span.ts';
import type { Finding } from './finding.ts';

type Piece = Pick<Span, 'start' | 'end'>;

/** Returns the text of a file in which every secret that was found is replaced by as many `*`. */
export type Redact = (file: SourceFile) => string;

/**
 * Returns the redaction for a run. The value of a secret never gets into a report, not even in the code frame of
 * another finding on the same line, and not when a
 * finding about something else kept the secret from being found.
 */
export function redactSecrets(findings: readonly Finding[]): Redact {
  // By text: a finding of another project may name the same file from where it stands.
  const secrets = new Map<string, Span[]>();
  for (const { diagnostic } of findings) {
    if (!diagnostic.code.startsWith('secret/') || diagnostic.span === undefined) continue;
    const known = secrets.get(diagnostic.span.file.text);
    if (known === undefined) secrets.set(diagnostic.span.file.text, [diagnostic.span]);
    else known.push(diagnostic.span);
  }
  const redacted = new Map<string, string>();
  return ({ text }) => {
    const before = redacted.get(text);
    if (before !== undefined) return before;
    // What is too broken to be checked is searched as it is written.
    const spans = [...(secrets.get(text) ?? []), ...specSecrets(text)];
    const masked = maskAll(text, spans);
    redacted.set(text, masked);
    return masked;
  };
}

/** One pass over the text, however many secrets it has. */
function maskAll(text: string, spans: readonly Piece[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    pieces.push(text.slice(at, from), stars(text.slice(from, end)));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** Line breaks and the length stay, so that offsets hold. */
function stars(text: string): string {
  return text.replace(/\S/g, '*');
}
