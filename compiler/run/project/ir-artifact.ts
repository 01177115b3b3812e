import type { Artifact } from '../../model/artifact.ts';
import type { Ir } from '../../model/ir.ts';
import type { Origin } from '../../text/origin.ts';
import { positionAt } from '../../text/position.ts';
import { Sourced } from '../../text/sourced.ts';
import type { Span } from '../../text/span.ts';
import { TracedText } from '../../text/traced-text.ts';
import { assertNever } from '../../util/assert-never.ts';

/** The name for `--emit` that writes the IR itself. */
export const IR_EMITTER = 'ir';

/**
 * Returns `ir.json`: the whole IR for people and programs to look at. A value with an origin is
 * `{"value": ..., "from": "file:line:column"}`; a text with origins by line is `{"text": ..., "from": [...]}`.
 */
export function irArtifact(ir: Ir): Artifact {
  const content = new TracedText(`${JSON.stringify(readable(ir), null, 2)}\n`);
  return { path: 'ir.json', content, origin: ir.project.origin };
}

function readable(value: unknown): unknown {
  if (value instanceof Sourced) return { value: readable(value.value), from: originText(value.origin) };
  if (value instanceof TracedText) return readableText(value);
  if (Array.isArray(value)) return value.map(readable);
  if (value instanceof Map || value instanceof Set) return [...value].map(readable);
  if (typeof value !== 'object' || value === null) return value;
  if (isSpan(value)) return placeText(value);
  if (isOrigin(value)) return originText(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

function readableText({ text, marks }: TracedText): unknown {
  if (marks.length === 0) return text;
  return {
    text,
    from: marks.map(({ first, last, origin }) => ({
      lines: `${first + 1}-${last + 1}`,
      from: originText(origin),
    })),
  };
}

function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'spec':
      return placeText(origin.span);
    case 'default':
      return `default of ${origin.field}`;
    case 'policy':
      return `policy: ${origin.reason}`;
    case 'several':
      return origin.of.map(originText).join('; ');
    default:
      return assertNever(origin);
  }
}

function placeText(span: Span): string {
  const { line, column } = positionAt(span.file, span.start);
  return `${span.file.name}:${line}:${column}`;
}

function isSpan(value: object): value is Span {
  return 'file' in value && 'start' in value && 'end' in value && typeof value.start === 'number';
}

function isOrigin(value: object): value is Origin {
  if (!('kind' in value)) return false;
  const { kind } = value;
  return (
    (kind === 'spec' && 'span' in value) ||
    (kind === 'default' && 'field' in value) ||
    (kind === 'policy' && 'reason' in value) ||
    (kind === 'several' && 'of' in value)
  );
}
