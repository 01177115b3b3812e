import { describe, expect, it } from 'vitest';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';
import { buildTemplates } from './build-templates.ts';

/** Compiles one template as the build does, and renders it. */
function render(template: string, data: object): TracedText {
  return createTemplates(buildTemplates({ main: template }))('main', data);
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

  it('marks the lines of a block, outer blocks before inner ones', () => {
    const template = 'zero\n{{#from outer}}\none\n{{#from inner}}\ntwo\n{{/from}}\nthree\n{{/from}}\nfour\n';
    const rendered = render(template, { outer: from('outer'), inner: from('inner') });
    expect(rendered.text).toBe('zero\none\ntwo\nthree\nfour\n');
    expect(rendered.marks).toEqual([
      { first: 1, last: 3, origin: from('outer') },
      { first: 2, last: 2, origin: from('inner') },
    ]);
  });

  it('marks a piece inside a line with that line, and nothing without an origin', () => {
    const template = 'a\nb {{#from word}}word{{/from}} c\n{{#from nothing}}\nd\n{{/from}}\n';
    const rendered = render(template, { word: from('word') });
    expect(rendered.text).toBe('a\nb word c\nd\n');
    expect(rendered.marks).toEqual([{ first: 1, last: 1, origin: from('word') }]);
  });

  it('marks what a condition writes with where its value comes from, and nothing where it writes nothing', () => {
    const text = '{{#if a}}\none\n{{else}}\ntwo\n{{/if}}\nrest\n';
    for (const value of [true, false]) {
      expect(marked(render(text, { a: sourced(value, from('a')) }))).toEqual({ a: [value ? 'one' : 'two'] });
      expect(render(text, { a: value }).marks).toEqual([]);
    }
    const empty = '{{#given a}}{{#unless b}}\none\n{{/unless}}{{/given}}\nrest\n';
    expect(render(empty, { a: sourced('x', from('a')), b: sourced(true, from('b')) }).marks).toEqual([]);
  });

  it('leaves the empty line at the end of a block out of its mark', () => {
    const script = new TracedText('a\n\nb\n', [{ first: 0, last: 1, origin: from('a') }]);
    expect(marked(render('{{groovy script}}', { script }))).toEqual({ a: ['a'] });
    expect(render('{{#from a}}\n{{/from}}\n', { a: from('a') }).marks).toMatchObject([{ first: 0, last: 0 }]);
  });

  it('throws for a template, a partial or a plain value that is not there, and for what is no list', () => {
    const all = createTemplates(
      buildTemplates({ name: '{{x}}', list: '{{#each x}}{{/each}}', one: '{{> (concat x)}}' }),
    );
    expect(() => all('other', {})).toThrow('no template named other');
    expect(() => all('one', { x: 'toString' })).toThrow('no template named toString');
    expect(() => all('name', {})).toThrow('"x" is not defined');
    expect(() => all('list', { x: 'abc' })).toThrow('not a list');
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
