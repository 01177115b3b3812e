import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';

/** Returns the text of a file in which every secret that was found is replaced by as many `*`. */
export type Redact = (file: SourceFile) => string;

/**
 * Returns the redaction for a run. The value of a secret never gets into a report, not even in the code frame of
 * another finding on the same line.
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
    const spans = secrets.get(text);
    if (spans === undefined) return text;
    const masked = redacted.get(text) ?? spans.reduce(mask, text);
    redacted.set(text, masked);
    return masked;
  };
}

/** Line breaks and the length stay, so that offsets hold. */
function mask(text: string, span: Span): string {
  const secret = text.slice(span.start, span.end).replace(/\S/g, '*');
  return text.slice(0, span.start) + secret + text.slice(span.end);
}
