import { describe, expect, it } from 'vitest';
import { parseXmlFragment } from '../../../compiler/print/parse-xml-fragment.ts';

/** Returns the message of the problem and the text that it points at. */
function problem(text: string): [string, string] | undefined {
  const parsed = parseXmlFragment(text);
  if (parsed.kind === 'elements') return undefined;
  const { message, start, end } = parsed.problem;
  return [message, text.slice(start, end)];
}

function elements(text: string): unknown {
  const parsed = parseXmlFragment(text);
  return parsed.kind === 'elements' ? parsed.elements : parsed.problem;
}

describe('parseXmlFragment', () => {
  it('reads elements, attributes and texts exactly', () => {
    expect(
      elements(`\n <my.Prop plugin="x@1" b='it"s'>\n  <a>  1\n </a><empty/><also></also>\n </my.Prop>\n`),
    ).toEqual([
      {
        name: 'my.Prop',
        attributes: { plugin: 'x@1', b: 'it"s' },
        content: [
          { name: 'a', content: '  1\n ' },
          { name: 'empty', content: '' },
          { name: 'also', content: '' },
        ],
      },
    ]);
  });

  it('reads several elements, and leaves comments out', () => {
    expect(elements('<!-- one --><a/><!-- two --><b>x<!-- three -->y</b>')).toEqual([
      { name: 'a', content: '' },
      { name: 'b', content: 'xy' },
    ]);
  });

  it('replaces references, and takes CDATA as it is', () => {
    expect(elements('<a b="&quot;&#x41;">&lt;&amp;&gt;&apos;&#233;&#13;<![CDATA[<&amp;>]]></a>')).toEqual([
      { name: 'a', attributes: { b: '"A' }, content: "<&>'é\r<&amp;>" },
    ]);
  });

  it.each([
    ['', 'there is no element', ''],
    ['  ', 'there is no element', ' '],
    ['text', 'text stands beside elements; an element holds elements or text, not both', 't'],
    ['<a>text<b/></a>', 'text stands beside elements; an element holds elements or text, not both', 't'],
    ['<a><b></a>', '`</a>` closes `<b>`', '<'],
    ['<a>\n<b>', '`<b>` is not closed', '<b'],
    ['<a><b/>', '`<a>` is not closed', '<a'],
    ['</a>', 'a tag closes that was never opened', '<'],
    ['<a b="1" b="2"/>', 'attribute `b` stands twice', 'b'],
    ['<a b=1/>', 'the quote before a value is missing before `1`', '1'],
    ['<a b="1/>', 'a value has no end', '1'],
    ['<a b="<"/>', 'a `<` in a value is written `&lt;`', '<'],
    ['<a b/>', '`=` is missing before `/`', '/'],
    ['<a', 'the name of an attribute is missing at the end', ''],
    ['< a/>', 'the name of an element is missing before ` `', ' '],
    ['<a>&nbsp;</a>', '`&nbsp;` stands for nothing in XML', '&nbsp;'],
    ['<a>x & y</a>', '`&` stands for nothing in XML; a plain `&` is written `&amp;`', '&'],
    ['<a b="&x;"/>', '`&x;` stands for nothing in XML', '&x;'],
    ['<a>&#1;</a>', '`&#1;` stands for nothing in XML', '&#1;'],
    ['<a>&#xD800;</a>', '`&#xD800;` stands for nothing in XML', '&#xD800;'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'a document type is not allowed', '<!DOCTYPE'],
    ['<?xml version="1.0"?><a/>', 'a processing instruction is not allowed', '<'],
    ['<x:a/>', 'namespaces are not allowed', 'x:'],
    ['<a x:b="1"/>', 'namespaces are not allowed', 'x:'],
    ['<a><!-- b</a>', 'a comment has no end', ' '],
    ['<a><![CDATA[b</a>', 'a CDATA section has no end', 'b'],
  ])('says what is wrong with %j', (text, message, at) => {
    expect(problem(text)).toEqual([message, at]);
  });

  it('bounds depth and number of elements', () => {
    expect(problem(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)).toEqual([
      'elements are nested more than 50 deep',
      '<',
    ]);
    expect(problem('<a/>'.repeat(501))?.[0]).toBe('there are more than 500 elements');
    expect(problem('<a/>'.repeat(500))).toBeUndefined();
  });

  it('ends on any broken input', () => {
    const whole = '<a b="1"><!-- c --><d>&amp;<![CDATA[x]]></d><e f=\'2\'/></a>';
    for (let cut = 1; cut < whole.length; cut++) expect(problem(whole.slice(0, cut))).toBeDefined();
  });
});
