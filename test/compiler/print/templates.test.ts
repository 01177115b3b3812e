import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

/** Compiles one template as the build does, and renders it. */
function render(template: string, data: object): TracedText {
  const options = { noEscape: true, strict: true };
  const specification: unknown = new Function(`return ${Handlebars.precompile(template, options)}`)();
  return createTemplates({ main: specification })('main', data);
}

const from = (name: string) => fromPolicy(name);

/** Returns the marked lines by the reason of their origin. */
function marked({ text, marks }: TracedText): Record<string, string[]> {
  const lines = text.split('\n');
  return Object.fromEntries(
    marks.map(({ first, last, origin }) => [
      origin.kind === 'policy' ? origin.reason : '',
      lines.slice(first, last + 1),
    ]),
  );
}

describe('createTemplates', () => {
  it('marks the lines of a literal with the origin of its value', () => {
    const rendered = render('a()\nshell({{groovy script}})\nb()\n', {
      script: sourced('x\ny', from('script')),
    });
    expect(marked(rendered)).toEqual({ script: ["shell('''\\", 'x', "y''')"] });
  });

  it('marks single lines of a script inside its literal', () => {
    const script = new TracedText('set -e\nmake\nmake install\n', [
      { first: 1, last: 2, origin: from('steps') },
      { first: 1, last: 1, origin: from('make') },
    ]);
    expect(marked(render('shell({{groovy script}})\n', { script }))).toEqual({
      steps: ['make', 'make install'],
      make: ['make'],
    });
  });

  it('prints a block for any value that is there', () => {
    const template =
      '{{#given a}}a{{/given}}{{#given b}}b{{/given}}{{#given c}}c{{/given}}{{#given d}}d{{/given}}';
    expect(render(template, { a: '', b: 0, c: false, d: undefined }).text).toBe('abc');
  });

  it('keeps a comment on its line, whatever it says', () => {
    const text = 'a\nb\r\u2028c ${d} \\u000a evil() \\\\u000a';
    expect(render('// {{comment text}}\n', { text }).text).toBe(
      '// a b c $ {d} \\ u000a evil() \\\\ u000a\n',
    );
  });
});
