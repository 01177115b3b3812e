import type { Diagnostic, Edit, Fix } from '../diagnostics/diagnostic.ts';
import { isCode } from './spec-kind.ts';

/** A whole text of TypeScript or JSON in which nothing is escaped or filled in. */
const plainLiteral = /^(['"`])([^\\'"`$\r\n]*)\1$/;

/** A text that means the same in any quotes, and that YAML reads as a text, too. */
const plainText = /^(?!(?:true|false|yes|no|on|off|null|[-+.\d_eE]+)$)[A-Za-z0-9][\w./@-]*$/i;

/**
 * Returns a diagnostic with those fixes only that fit the language of its file. Rules edit YAML; of a program they may put
 * one plain text in place of another, in the quotes that are there. A text that is written elsewhere than it is used may be
 * used for more, so its fix is left to the author.
 */
export function withEditsOfCode(diagnostic: Diagnostic): Diagnostic {
  if (!diagnostic.fixes.some(({ edits }) => edits.some(({ span }) => isCode(span.file)))) return diagnostic;
  const isUsedElsewhere = diagnostic.labels.length > 0;
  const fixes = diagnostic.fixes.flatMap(({ title, edits, safe }): Fix[] => {
    const ours = edits.flatMap((edit) => inLiteral(edit) ?? []);
    return ours.length === edits.length ? [{ title, edits: ours, safe: safe && !isUsedElsewhere }] : [];
  });
  return { ...diagnostic, fixes };
}

function inLiteral({ span, text }: Edit): Edit | undefined {
  if (!isCode(span.file)) return { span, text };
  const literal = plainLiteral.exec(span.file.text.slice(span.start, span.end));
  if (literal === null) return undefined;
  const [, quote = '', before] = literal;
  // A finding goes through more than one stage; the text may have its quotes by now.
  const after = plainLiteral.exec(text)?.[1] === quote ? text.slice(1, -1) : text;
  if (!plainText.test(after) || after === before) return undefined;
  return { span, text: `${quote}${after}${quote}` };
}
