const PRIMITIVES = new Set(['int', 'long', 'boolean', 'byte', 'char', 'short', 'float', 'double', 'void']);
const LANGUAGE = new Set(
  `Object String Boolean Byte Character Short Integer Long Float Double Number Class Iterable Comparable Runnable
  CharSequence Throwable Exception RuntimeException Error Thread ThreadLocal AutoCloseable Cloneable Void Enum ClassLoader
  InterruptedException IllegalArgumentException IllegalStateException StringBuilder StringBuffer Process
  ClassNotFoundException`.split(/\s+/),
);
const QUALIFIED = /(?<![\w.$])[A-Za-z_]\w*(?:\.\w+)+/g;

/** Whether the JDK or Groovy has the class, so that no stub is needed. */
export function isPlatformType(name: string): boolean {
  return /^(java|javax\.(xml|crypto|net)|groovy|org\.codehaus\.groovy)\./.test(name);
}

/** Returns the qualified names in a type or signature. */
export function typeNames(text: string): readonly string[] {
  return text.replaceAll('edu.umd.cs.findbugs.annotations.', '').match(QUALIFIED) ?? [];
}

/** Returns the type without its type arguments: `java.util.List<T>[]` becomes `java.util.List[]`. */
export function rawType(type: string): string {
  let depth = 0;
  let raw = '';
  for (const character of type) {
    if (character === '<') depth++;
    if (depth === 0) raw += character;
    if (character === '>') depth--;
  }
  return raw.trim();
}

/** Returns the type with the arguments of unknown types removed: their stubs are not generic. */
export function withKnownArguments(type: string, isGeneric: (name: string) => boolean): string {
  const text = type.replaceAll('edu.umd.cs.findbugs.annotations.', '');
  let result = '';
  let index = 0;
  for (const match of text.matchAll(QUALIFIED)) {
    if (match.index < index) continue;
    const end = match.index + match[0].length;
    result += text.slice(index, end);
    index = text[end] === '<' && !isGeneric(match[0]) ? endOfArguments(text, end) : end;
  }
  return result + text.slice(index);
}

function endOfArguments(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    if (text[index] === '<') depth++;
    if (text[index] === '>' && --depth === 0) return index + 1;
  }
  return text.length;
}

/** Returns a class literal for the erasure of a type; type variables become `Object.class`. */
export function classLiteral(type: string): string {
  const raw = rawType(type).replace('edu.umd.cs.findbugs.annotations.', '').replace('...', '[]');
  const element = raw.replaceAll('[]', '');
  const known = PRIMITIVES.has(element) || LANGUAGE.has(element) || element.includes('.');
  return known ? `${raw}.class` : 'Object.class';
}

/** Returns the type that a result is cast to: the box of a primitive, else the type itself. */
export function castType(type: string): string {
  const boxes: Readonly<Record<string, string>> = { int: 'Integer', char: 'Character' };
  if (!PRIMITIVES.has(type)) return type;
  return boxes[type] ?? `${type[0]?.toUpperCase()}${type.slice(1)}`;
}
