import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parseXmlFragment } from '../../../compiler/print/parse-xml-fragment.ts';
import { printXml } from '../../../compiler/print/xml.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

const from = (name: string) => fromPolicy(name);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ' ',
        '\n',
        '\r',
        '\t',
        '\u0085',
        '\u2028',
        ']]>',
        '&amp;',
        'a',
        '😀',
      ),
    )
    .map((parts) => parts.join('')),
);
/** Control characters can be printed, but the reader of fragments refuses them. */
const readable = text.map((value) =>
  value.replaceAll(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
);
const name = fc.constantFrom('a', 'hudson.tasks.Shell', 'hudson.model.View_-PropertyList', 'build__timeout');

const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.record(
    {
      name,
      attributes: fc.dictionary(fc.constantFrom('class', 'plugin', 'reference'), readable, {
        minKeys: 1,
        noNullPrototype: true,
      }),
      content: fc.oneof(
        { depthSize: 'small' },
        readable,
        fc.array(tie('element'), { minLength: 1, maxLength: 4 }),
      ),
    },
    { requiredKeys: ['name', 'content'] },
  ),
}));

describe('printXml', () => {
  it('prints one element per line, as Jenkins and Job DSL do', () => {
    const root: XmlElement = {
      name: 'project',
      content: [
        { name: 'actions', content: [] },
        { name: 'description', content: 'Builds <app> & "docs"' },
        { name: 'scm', attributes: { class: 'hudson.scm.NullSCM' }, content: '' },
        {
          name: 'builders',
          content: [{ name: 'hudson.tasks.Shell', content: [{ name: 'command', content: 'a\n  b\n' }] }],
        },
      ],
    };
    expect(printXml(root).text).toBe(`<?xml version="1.1" encoding="UTF-8"?>
<project>
    <actions/>
    <description>Builds &lt;app&gt; &amp; "docs"</description>
    <scm class="hudson.scm.NullSCM"/>
    <builders>
        <hudson.tasks.Shell>
            <command>a
  b
</command>
        </hudson.tasks.Shell>
    </builders>
</project>
`);
  });

  it('reads back exactly, whatever the texts and attributes are', () => {
    fc.assert(
      fc.property(element, (root) => {
        const printed = printXml(root).text;
        const body = printed.slice(printed.indexOf('\n') + 1);
        expect(parseXmlFragment(body)).toEqual({ kind: 'elements', elements: [root] });
        expect(XMLValidator.validate(printed)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['version', 'encoding', 'standalone', 'keepNullNodes', 'convert', 'namespaceAlias', 'parser'])(
    'prints an element `%s`, which xmlbuilder2 has an option for',
    (name) => {
      expect(printXml({ name, content: 'x' }).text).toContain(`<${name}>x</${name}>`);
      expect(printXml({ name, content: '' }).text).toContain(`<${name}/>`);
    },
  );

  it('writes control characters as references, and refuses what XML cannot hold', () => {
    expect(printXml({ name: 'a', content: '\u0001\u001f\u007f\u009f' }).text).toContain(
      '<a>&#x1;&#x1F;&#x7F;&#x9F;</a>',
    );
    for (const impossible of ['\0', '\ufffe', '\uffff', '\ud800', '\udc00']) {
      expect(() => printXml({ name: 'a', content: impossible })).toThrow('cannot hold');
    }
  });

  it('marks elements, values and the lines of scripts', () => {
    const script = new TracedText('set -e\nmake\n', [{ first: 1, last: 1, origin: from('make') }]);
    const { text: printed, marks } = printXml({
      name: 'project',
      content: [
        { name: 'description', content: sourced('one\ntwo', from('description')) },
        { name: 'shell', origin: from('step'), content: [{ name: 'command', content: script }] },
        { name: 'empty', content: sourced('', from('empty')) },
      ],
    });
    const lines = printed.split('\n');
    const marked = marks.map(({ first, last, origin }) => [
      origin.kind === 'policy' ? origin.reason : '',
      lines.slice(first, last + 1).map((line) => line.trim()),
    ]);
    expect(Object.fromEntries(marked)).toEqual({
      description: ['<description>one', 'two</description>'],
      step: ['<shell>', '<command>set -e', 'make', '</command>', '</shell>'],
      make: ['make'],
      empty: ['<empty/>'],
    });
  });
});
