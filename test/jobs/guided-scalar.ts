import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import type { Chooser } from './chooser.ts';
import { declared } from './job-spec.ts';

/** Returns a text, number or truth that a schema takes. */
export function guidedScalar(schema: SchemaNode, choose: Chooser): JsonValue {
  const { enum: values, examples = [], minimum = 0, maximum = 100 } = schema;
  const [first, ...others] = (values ?? []).filter((value) => value !== null);
  if (first !== undefined) return choose.pick([first, ...others]);
  switch (schema['x-refers']) {
    case 'credentials':
      return declared.credentials;
    case 'label':
      return declared.label;
    case 'job':
    case 'upstream-job':
    case 'downstream-job':
      return choose.pick(declared.jobs);
    default:
  }
  const [example = 'text', ...more] = examples;
  if (schema['x-read'] === 'boolean') return choose.pick([false, true]);
  if (schema['x-read'] === 'integer' || schema['x-read'] === 'number')
    return choose.pick([
      choose.between(minimum, Math.max(minimum, Math.min(maximum, 200))),
      ...examples.filter((value) => typeof value === 'number'),
    ]);
  if (isXml(example)) return choose.pick(isElement(example) ? [example, ...xmlElements] : [example]);
  const isFree =
    schema.pattern === undefined && schema['x-refers'] === undefined && schema['x-read'] === 'text';
  return choose.pick([example, example, ...more, ...(isFree ? [choose.pick(freeTexts)] : [])]);
}

/** Elements that no thing makes: with attributes, in each other, with texts that XML, Groovy or a shell may break. */
export const xmlElements = [
  '<hudson.plugins.chucknorris.CordellWalkerRecorder/>',
  '<a.B x="1"><c>1</c><c/><d class="e">it\'s $1 \\n</d></a.B>',
  '<!-- one --><a.B><![CDATA[<b> & ]]]]><![CDATA[>]]></a.B>\n',
  '<a__b.C-d x="&quot;&lt;&amp;&apos;"><e> \u00fc\u{1f600} </e><f>\ntwo\nlines</f></a__b.C-d>',
] as const;

function isXml(example: JsonValue): example is string {
  return typeof example === 'string' && example.startsWith('<');
}

/** Whether a text of XML is that of a plugin: a job has its own root, and an SCM its own element. */
function isElement(example: string): boolean {
  return !/^<(project|scm)\b/.test(example);
}

/** Texts that have a meaning in Groovy, XML or a line of their own. */
const freeTexts: readonly [string, ...string[]] = [
  "it's",
  'a "$B" ${C} \\n',
  '<a b="c">&amp;</a>',
  'one\n  two\n',
  ' \u00fc\u{1f600} ',
  "'''",
  ']]>',
  '\t%/* */',
];
