import { templateLines } from '../../../specs-as-code/convert/print-typescript.ts';
import { type Signature, writeParameters } from './parameters.ts';
import { type Term, textOf } from './term.ts';
import { type Names, writeTerm } from './write-term.ts';

/** Returns the interface of the rows of a family. */
export function interfaceLines(name: string, { parameters }: Signature): readonly string[] {
  return [
    `interface ${name} {`,
    ...parameters.map((each) => `  ${each.name}${each.isOptional ? '?' : ''}: ${each.type.type};`),
    '}',
  ];
}

/** Returns the first lines of the function of a family. */
export function familyHead(
  { function: name, row }: { readonly function: string; readonly row: string },
  signature: Signature,
): readonly string[] {
  const { parameters, style } = signature;
  if (style === 'positions') return functionHead(`function ${name}(`, writeParameters(signature, row), ') {');
  const one = `function ${name}(${writeParameters(signature, row).join('')}) {`;
  if (one.length <= 100) return [one];
  const named = parameters.map((each) =>
    each.fallback === undefined ? each.name : `${each.name} = ${each.fallback}`,
  );
  return [`function ${name}({`, ...named.map((each) => `  ${each},`), `}: ${row}) {`];
}

/** Returns the head of a function, on one line where it fits. */
export function functionHead(before: string, list: readonly string[], after: string): readonly string[] {
  const one = `${before}${list.join(', ')}${after}`;
  return one.length <= 100 ? [one] : [before, ...list.map((each) => `  ${each},`), after];
}

/** Returns a text that does not end the comment it stands in. */
export function commentText(text = ''): string {
  return text.replaceAll('*/', '* /').replaceAll('\n', ' ');
}

/** Returns a text as a template, its lines below each other. */
export function template(body: Term, names: Names): string {
  const parts = body.kind === 'template' ? body.parts : [body];
  const written = parts.map((part) => {
    if (typeof part === 'string') return templateLines(part);
    const text = textOf(part);
    if (text !== undefined) return templateLines(text);
    const value = writeTerm(part, { schema: undefined }, names);
    return value.kind === 'code' ? `\${${value.code}}` : '';
  });
  return `\`${written.join('')}\``;
}
