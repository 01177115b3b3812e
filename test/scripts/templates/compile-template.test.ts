import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { buildTemplates } from '../../compiler/print/build-templates.ts';

const data = {
  name: 'N',
  empty: '',
  zero: 0,
  no: false,
  none: undefined,
  kind: 'one',
  inner: { name: 'I' },
  list: [{ name: 'a' }, { name: 'b' }],
  words: ['x', 'y'],
  nothing: [],
};

/** What stands between the blocks, with much that decides about white space. Only fixed text is ever indented. */
const leaf = fc.constantFrom(
  ...[
    'text',
    ' ',
    '    ',
    '\n',
    '\n\n',
    'a\n',
    '  b',
    '{{name}}',
    '{{text zero}}',
    '{{~name~}}',
    '{{inner.name}}',
  ],
  ...[
    '{{!-- a comment --}}',
    't{{> one}}',
    '\n{{> one}}\n',
    "t{{> (concat 'o' 'ne')}}",
    "t{{> (concat kind) inner key='k'}}",
  ],
  ...['\n  {{> fixed}}\n', '{{> fixed}}', '"quotes" \\ `${x}`', '\u2028'],
);

const template = fc.letrec<{ node: string; body: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('if', 'unless', 'given'),
        fc.constantFrom('name', 'empty', 'zero', 'no', 'none', 'nothing', 'list'),
        fc.constantFrom('{{', '\n{{', '{{~'),
        tie('body'),
        fc.option(tie('body')),
      )
      .map(([block, value, open, body, otherwise]) =>
        [
          `${open}#${block} ${value}}}`,
          body,
          otherwise === null ? '' : `{{else}}${otherwise}`,
          `{{/${block}}}`,
        ].join(''),
      ),
    tie('body').map((body) => `{{#each list}}{{#unless @first}}, {{/unless}}{{../kind}}${body}{{/each}}`),
    fc.constant('{{#each words}}\n  {{text this}}\n{{/each}}\n'),
    tie('body').map((body) => `\n{{#from none}}\n${body}{{/from}}\n`),
  ),
  body: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
})).body;

const partials = { one: '<{{name}}{{#given key}}{{text key}}{{/given}}>\n', fixed: 'x\n\ny\n' };

/** Handlebars itself, with our helpers. Inside a list the names of `data` are those of the item, as for us. */
function withHandlebars(source: string, context: object): string {
  const engine = Handlebars.create();
  type Options = Handlebars.HelperOptions;
  engine.registerHelper('text', String);
  engine.registerHelper('concat', (...parts: unknown[]) => parts.slice(0, -1).join(''));
  engine.registerHelper('given', function (this: unknown, value: unknown, options: Options) {
    return value === undefined ? options.inverse(this) : options.fn(this);
  });
  engine.registerHelper('from', function (this: unknown, _: unknown, options: Options) {
    return options.fn(this);
  });
  engine.registerPartial(partials);
  return engine.compile(source, { noEscape: true })(context);
}

describe('compileTemplate', () => {
  it('gives the text that Handlebars gives', () => {
    // Items of lists know all names, so that any body may stand in a list.
    const context: object = { ...data, list: data.list.map((item) => ({ ...data, list: [], ...item })) };
    fc.assert(
      fc.property(template, (source) => {
        const render = createTemplates(buildTemplates({ main: source, ...partials }));
        expect(render('main', context).text).toBe(withHandlebars(source, context));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['{{{name}}}{{shout name}}', 'main.hbs:1:11: no such helper'],
    ['{{#with name}}{{/with}}', 'no such block'],
    ['{{../name}}', 'leads out of the template'],
    ['{{@index}}', '@index is not supported'],
    ['{{text constructor}}', 'constructor is not a name'],
    ['a\n  {{> one}}\n', 'varies, so it cannot be indented'],
    ['{{#each list}}{{else}}none{{/each}}', 'has no else'],
    ['{{#given}}{{/given}}', 'takes one value'],
    ['{{> (lookup name)}}', 'only concat makes a name'],
  ])('refuses %s', (source, problem) => {
    expect(() => buildTemplates({ main: source, ...partials })).toThrow(problem);
  });
});
