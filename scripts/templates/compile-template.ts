import Handlebars from 'handlebars';
import { constantText, indented } from './constant-text.ts';
import { contextExpression, expression, partialName, type Scope } from './expressions.ts';
import { TemplateError } from './template-error.ts';

/** Returns the text of a template by its name; partials with an indent are looked up when the template is compiled. */
export type SourceOf = (name: string) => string;

/** Values, as methods of the writer. */
const values: Readonly<Record<string, string>> = {
  groovy: 'groovy',
  shell: 'shell',
  text: 'value',
  comment: 'comment',
};

/**
 * Returns the JavaScript of a function that writes a template: `(out, c0) => { ... }`, a `Template` of
 * compiler/print. Handlebars reads the template and decides about white space; its own code would do much more at each
 * call than our templates need, and would give plain text, whose lines know no origin.
 *
 * What a template may say, and anything else is an error: `{{groovy x}}`, the one way for a value to get into Groovy,
 * as a literal, whose lines are marked with the value's origin; `{{shell x}}`, a quoted word of a shell command;
 * `{{text x}}`, a value as it is, for names that the compiler made; `{{comment x}}`, text for a comment of one line;
 * `{{x}}`, a number or a text of the compiler, which must be there; `{{#given x}}`, a block for a value that is there,
 * be it empty, zero or false; `{{#if x}}`, `{{#unless x}}`, `{{#each list}}` with `@first` and `../x`;
 * `{{#from origin}}`, lines that come from an origin; `{{> name}}` and `{{> (concat 'trigger-' kind) context key=x}}`.
 */
export function compileTemplate(name: string, sourceOf: SourceOf): string {
  let variables = 0;

  const block = (program: hbs.AST.Program, scope: Scope): string =>
    program.body.map((node) => statement(node, scope)).join('');

  const statement = (node: hbs.AST.Statement, scope: Scope): string => {
    if (isKind<hbs.AST.ContentStatement>(node, 'ContentStatement')) return added(node.value);
    if (isKind<hbs.AST.CommentStatement>(node, 'CommentStatement')) return '';
    if (isKind<hbs.AST.MustacheStatement>(node, 'MustacheStatement')) return mustache(node, scope);
    if (isKind<hbs.AST.BlockStatement>(node, 'BlockStatement')) return blockStatement(node, scope);
    if (isKind<hbs.AST.PartialStatement>(node, 'PartialStatement')) return partial(node, scope);
    throw new TemplateError(name, node, `${node.type} is not supported`);
  };

  const mustache = (node: hbs.AST.MustacheStatement, scope: Scope): string => {
    const [value, ...more] = node.params;
    if (value === undefined) {
      const path = expression(name, node.path, scope);
      return `out.plain(${path}, ${JSON.stringify((node.path as hbs.AST.PathExpression).original)});\n`;
    }
    const method = values[(node.path as hbs.AST.PathExpression).original];
    if (method === undefined || more.length > 0) throw new TemplateError(name, node, 'no such helper');
    return `out.${method}(${expression(name, value, scope)});\n`;
  };

  const blockStatement = (node: hbs.AST.BlockStatement, scope: Scope): string => {
    const [parameter, ...more] = node.params;
    if (parameter === undefined || more.length > 0) throw new TemplateError(name, node, 'takes one value');
    const value = expression(name, parameter, scope);
    const body = (): string => indented(block(node.program, scope), '  ');
    const otherwise = node.inverse === undefined ? '' : indented(block(node.inverse, scope), '  ');
    const condition = (test: string): string => {
      const mark = `mark${variables++}`;
      const choice = `if (${test}) {\n${body()}}${otherwise === '' ? '' : ` else {\n${otherwise}}`}\n`;
      return `const ${mark} = out.because(${value});\n${choice}out.close(${mark});\n`;
    };
    switch (node.path.original) {
      case 'given':
        return condition(`${value} !== undefined`);
      case 'if':
        return condition(`out.isFilled(${value})`);
      case 'unless':
        return condition(`!out.isFilled(${value})`);
      case 'from': {
        const mark = `mark${variables++}`;
        return `const ${mark} = out.open(${value});\n${block(node.program, scope)}out.close(${mark});\n`;
      }
      case 'each': {
        if (otherwise !== '') throw new TemplateError(name, node, 'has no else');
        return loop(node.program, value, scope);
      }
      default:
        throw new TemplateError(name, node, 'no such block');
    }
  };

  const loop = (program: hbs.AST.Program, list: string, scope: Scope): string => {
    const number = ++variables;
    const inner: Scope = { context: `c${number}`, index: `i${number}`, outer: scope };
    const items = `list${number}`;
    return [
      `const ${items} = out.list(${list});\n`,
      `for (let i${number} = 0; i${number} < ${items}.length; i${number}++) {\n`,
      indented(`const c${number} = ${items}[i${number}];\n${block(program, inner)}`, '  '),
      '}\n',
    ].join('');
  };

  const partial = (node: hbs.AST.PartialStatement, scope: Scope): string => {
    const other = partialName(name, node, scope);
    if (node.indent !== '') {
      // Only text that never varies may be indented: the lines of a literal must stay as they are.
      const text = other.isFixed ? constantText(sourceOf(other.name)) : undefined;
      if (text === undefined) throw new TemplateError(name, node, 'varies, so it cannot be indented');
      return added(indented(text, node.indent));
    }
    const template = other.isFixed
      ? `templates[${JSON.stringify(other.name)}]`
      : `out.partial(templates, ${other.name})`;
    return `${template}(out, ${contextExpression(name, node, scope)});\n`;
  };

  const body = block(Handlebars.parse(sourceOf(name)), { context: 'c0', index: undefined, outer: undefined });
  return `(out, c0) => {\n${indented(body, '    ')}  }`;
}

function added(text: string): string {
  return text === '' ? '' : `out.add(${JSON.stringify(text)}, ${text.split('\n').length - 1});\n`;
}

function isKind<Node extends hbs.AST.Statement>(node: hbs.AST.Statement, type: string): node is Node {
  return node.type === type;
}
