import { TemplateError } from './template-error.ts';

/** The variables of a place in a template: what it is about, its number in a list, and the place around the list. */
export interface Scope {
  readonly context: string;
  readonly index: string | undefined;
  readonly outer: Scope | undefined;
}

/** Returns the JavaScript of a value: a path, `this`, `@first` or a text. */
export function expression(template: string, node: hbs.AST.Expression, scope: Scope): string {
  if (node.type === 'StringLiteral') return JSON.stringify((node as hbs.AST.StringLiteral).value);
  if (node.type !== 'PathExpression')
    throw new TemplateError(template, node, `${node.type} is not supported`);
  const path = node as hbs.AST.PathExpression;
  if (path.data) {
    if (path.original !== '@first' || scope.index === undefined)
      throw new TemplateError(template, node, `${path.original} is not supported`);
    return `${scope.index} === 0`;
  }
  let place: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0; depth--) place = place?.outer;
  if (place === undefined) throw new TemplateError(template, node, 'leads out of the template');
  return path.parts.reduce((value, part, at) => {
    if (!/^[A-Za-z]\w*$/.test(part) || part in Object.prototype)
      throw new TemplateError(template, node, `${part} is not a name`);
    return `${value}${at === 0 ? '.' : '?.'}${part}`;
  }, place.context);
}

/** Returns which template a partial is: its name, or the JavaScript that gives the name. */
export function partialName(
  template: string,
  { name }: hbs.AST.PartialStatement,
  scope: Scope,
): { readonly isFixed: boolean; readonly name: string } {
  if (name.type === 'PathExpression')
    return { isFixed: true, name: (name as hbs.AST.PathExpression).original };
  const call = name as hbs.AST.SubExpression;
  if (call.path.original !== 'concat') throw new TemplateError(template, name, 'only concat makes a name');
  return {
    isFixed: false,
    name: call.params.map((parameter) => expression(template, parameter, scope)).join(' + '),
  };
}

/** Returns the JavaScript of what a partial is about: the same as here, or something else, with more keys. */
export function contextExpression(
  template: string,
  { params, hash }: hbs.AST.PartialStatement,
  scope: Scope,
): string {
  const [context] = params;
  const base = context === undefined ? scope.context : expression(template, context, scope);
  if (hash === undefined) return base;
  const keys = hash.pairs.map(({ key, value }) => `${key}: ${expression(template, value, scope)}`);
  return `{ ...${base}, ${keys.join(', ')} }`;
}
