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
  const secrets = new Map<SourceFile, Span[]>();
  for (const { diagnostic } of findings) {
    if (!diagnostic.code.startsWith('secret/') || diagnostic.span === undefined) continue;
    const known = secrets.get(diagnostic.span.file);
    if (known === undefined) secrets.set(diagnostic.span.file, [diagnostic.span]);
    else known.push(diagnostic.span);
  }
  const redacted = new Map<SourceFile, string>();
  return (file) => {
    const spans = secrets.get(file);
    if (spans === undefined) return file.text;
    const text = redacted.get(file) ?? spans.reduce(mask, file.text);
    redacted.set(file, text);
    return text;
  };
}

/** Line breaks and the length stay, so that offsets hold. */
function mask(text: string, span: Span): string {
  const secret = text.slice(span.start, span.end).replace(/\S/g, '*');
  return text.slice(0, span.start) + secret + text.slice(span.end);
}
