import type { NamedKind } from '../../../schema/schema-node.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { SourceFile } from '../../text/span.ts';

/** What a name in a spec is the name of. */
export type ThingKind = NamedKind | 'view';

/** A piece of a spec that is the name of something: where it is defined, or where it is referred to. */
export interface NameUse {
  readonly kind: ThingKind;
  /** The same for all uses of one thing, and for no other. */
  readonly id: string;
  /** The name as it is written. */
  readonly name: string;
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly isDeclaration: boolean;
  /** The value that the piece stands in. */
  readonly node: ScalarNode;
  /** Returns what stands there when the thing is called so. */
  readonly write: (name: string) => string;
}

/** Returns the id of a thing; `scope` is where names of its kind are looked for, empty for the whole project. */
export function thingId(kind: ThingKind, name: string, scope = ''): string {
  return JSON.stringify([kind, scope, name]);
}

/** The text of a scalar, where it stands as it is. */
interface PlainPiece {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  /** Whether pieces of it stand where pieces of the text do. */
  readonly isExact: boolean;
}

/** Returns where the text of a scalar stands, without its quotes. */
export function textPiece({ span: { file, start, end }, text }: ScalarNode): PlainPiece {
  const written = file.text.slice(start, end);
  const quote = /^["'`]/.exec(written)?.[0];
  const isQuoted = quote !== undefined && written.length > 1 && written.endsWith(quote);
  const inner = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  return { file, ...inner, isExact: file.text.slice(inner.start, inner.end) === text };
}
