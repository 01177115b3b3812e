import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { TracedText } from '../text/traced-text.ts';
import { groovyTracedLiteral } from './groovy-traced-literal.ts';
import { groovyValue } from './groovy-value.ts';
import { Marks } from './marks.ts';
import { shellWord } from './shell-word.ts';

/** The runtime's own type declarations are empty; it is Handlebars without its compiler. */
const handlebars = runtime as unknown as typeof Handlebars;

/** Templates precompiled by `npm run generate`, by name. */
export type PrecompiledTemplates = Readonly<Record<string, unknown>>;

/** Returns the text that the template of this name gives for the data, with the origins of its lines. */
export type RenderTemplate = (name: string, data: object) => TracedText;

/**
 * Returns a renderer for a folder of templates; every template is also a partial of the others.
 *
 * Helpers: `{{groovy x}}` is the one way for a value to get into Groovy, as a literal, whose lines are marked with
 * the value's origin; `{{shell x}}` gives a quoted word of a shell command; `{{text x}}` gives a value as it is, for
 * names that the compiler made; `{{comment x}}` gives text for a comment of one line (Groovy reads Unicode escapes
 * even there, so a backslash before a `u` is set apart); `{{#given x}}...{{/given}}` prints a block when a value is
 * there, be it empty, zero or false; `{{> (concat 'trigger-' kind)}}` chooses a partial;
 * `{{#from origin}}...{{/from}}` marks the lines of a block as coming from an origin. A missing value is a bug of
 * the template and throws (strict mode).
 */
export function createTemplates(precompiled: PrecompiledTemplates): RenderTemplate {
  const engine = handlebars.create();
  engine.registerHelper('groovy', (value: unknown, options: HelperOptions) =>
    value instanceof TracedText
      ? options.data.marks.embed(groovyTracedLiteral(value))
      : value instanceof Sourced
        ? options.data.marks.around(value.origin, groovyValue(value.value))
        : groovyValue(value),
  );
  engine.registerHelper('shell', (value: unknown) => shellWord(String(unwrap(value))));
  engine.registerHelper('text', (value: unknown) => String(unwrap(value)));
  engine.registerHelper('comment', (value: unknown) =>
    String(unwrap(value))
      .replace(/[\r\n\u2028\u2029]+/g, ' ')
      .replace(/\\(?=u)/g, '\\ ')
      .replaceAll('${', '$ {'),
  );
  engine.registerHelper('concat', (...parts: unknown[]) => parts.slice(0, -1).join(''));
  engine.registerHelper('given', function (this: unknown, value: unknown, options: BlockOptions) {
    return value === undefined ? options.inverse(this) : options.fn(this);
  });
  engine.registerHelper('from', function (this: unknown, origin: Origin | undefined, options: BlockOptions) {
    const body = options.fn(this);
    return origin === undefined ? body : options.data.marks.around(origin, body);
  });
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, specification] of Object.entries(precompiled)) {
    const template = engine.template(specification as TemplateSpecification);
    compiled.set(name, template);
    engine.registerPartial(name, template);
  }
  return (name, data) => {
    const template = compiled.get(name);
    if (template === undefined) throw new Error(`no template named ${name}`);
    const marks = new Marks();
    return marks.resolve(template(data, { data: { marks } }));
  };
}

/** What Handlebars passes to a helper. */
interface HelperOptions {
  readonly data: { readonly marks: Marks };
}

/** What Handlebars passes to a block helper. */
interface BlockOptions extends HelperOptions {
  readonly fn: (context: unknown) => string;
  readonly inverse: (context: unknown) => string;
}

/** The function that a precompiled template exports; its shape belongs to Handlebars. */
type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

function unwrap(value: unknown): unknown {
  return value instanceof Sourced ? unwrap(value.value) : value instanceof TracedText ? value.text : value;
}
