import {
  type ShapeFacts,
  type ShapePart,
  shapePart,
} from '../../compiler/check/rules/secrets/shape-facts.ts';

/** Letters in an order that is the same on every machine; an example takes those that its alphabet has. */
const LETTERS = 'a7B3c9D1e5F8f2A6b4C0d';

/** Returns a made-up token for each start of a kind, as the facts say that it looks. */
export function exampleTokens({ starts, before = [], parts }: ShapeFacts): readonly string[] {
  const written = (some: readonly string[]) => some.map((part) => example(shapePart(part))).join('');
  return starts.map((start) => written(before) + start + written(parts));
}

function example(part: ShapePart): string {
  if (part.kind === 'text') return part.text;
  const letters = [...LETTERS].filter((letter) => new RegExp(`[${part.alphabet}]`).test(letter));
  return Array.from({ length: part.least }, (_, index) => letters[index % letters.length] ?? '').join('');
}
