import { splitList } from './split-list.ts';

/** One method of `data/*.json`, taken apart. */
export interface Signature {
  readonly isStatic: boolean;
  /** An interface's method with a body. */
  readonly isDefault: boolean;
  /** As in `<T extends X>`, or empty. */
  readonly typeParameters: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: string;
}

/** Returns the parts of a signature such as `static <T> name(Type, Type...): Result`. */
export function parseSignature(text: string): Signature {
  let rest = text;
  const isDefault = rest.startsWith('default ');
  if (isDefault) rest = rest.slice('default '.length);
  const isStatic = rest.startsWith('static ');
  if (isStatic) rest = rest.slice('static '.length);
  const typeParameters = rest.startsWith('<') ? rest.slice(0, closing(rest, 0) + 1) : '';
  rest = rest.slice(typeParameters.length).trim();
  const open = rest.indexOf('(');
  const close = closing(rest, open);
  return {
    isStatic,
    isDefault,
    typeParameters,
    name: rest.slice(0, open),
    parameters: splitList(rest.slice(open + 1, close)),
    result: rest.slice(close + 1).replace(/^\s*:\s*/, ''),
  };
}

/** One field such as `static NAME: Type`. */
export interface FieldSignature {
  readonly isStatic: boolean;
  readonly name: string;
  readonly type: string;
}

/** Returns the parts of a field such as `static NAME: Type`. */
export function parseField(text: string): FieldSignature {
  const isStatic = text.startsWith('static ');
  const [name = '', ...type] = (isStatic ? text.slice('static '.length) : text).split(': ');
  return { isStatic, name, type: type.join(': ') };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const character = text[index] ?? '';
    if ('<('.includes(character)) depth++;
    if ('>)'.includes(character) && --depth === 0) return index;
  }
  throw new Error(`no closing bracket in ${text}`);
}
