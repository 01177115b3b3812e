import { parseXmlDocument, parseXmlFragment } from '../../../print/parse-xml-fragment.ts';
import type { XmlElement } from '../../../print/xml-element.ts';
import { plainText } from '../../../text/traced-text.ts';
import facts from './data/jenkins-secret-fields.json' with { type: 'json' };
import { type FoundSecret, findSecrets, joined, judgeValue } from './find-secrets.ts';
import { valueKind } from './value-kind.ts';

/**
 * Returns the secrets in a fragment of config.xml: what Jenkins encrypts when it saves the job, what stands in an
 * element or attribute that is called like a secret, and what every text may have. A fragment that is no XML is a text.
 */
export function findFragmentSecrets(text: string): readonly FoundSecret[] {
  const found = findSecrets(text);
  const fragment = parseXmlFragment(text);
  // A whole job may have an XML declaration, and be longer.
  const parsed = fragment.kind === 'problem' ? parseXmlDocument(text) : fragment;
  if (parsed.kind === 'problem') return found;
  const fields = parsed.elements.flatMap((element) => fieldsOf(element, undefined));
  return joined([...found, ...fields.map((field) => placed(text, field))]);
}

/** A field of a job with a secret in it. */
interface SecretField {
  readonly field: string;
  readonly value: string;
  readonly kind: 'literal' | 'placeholder';
}

/** Classes by their names without packages, and their fields; the fields of no class are those of the job. */
const secretFields: ReadonlySet<string> = new Set(facts.fields.map((names) => names.join(' ')));

/** Returns the secrets in an element, in the order of the text. */
function fieldsOf(element: XmlElement, owner: XmlElement | undefined): readonly SecretField[] {
  const { name, attributes = {}, content } = element;
  const inAttributes = Object.entries(attributes).flatMap(([field, value]) =>
    judged({ owner: element, field, value }),
  );
  const inside = isElements(content)
    ? content.flatMap((child) => fieldsOf(child, element))
    : judged({ owner, field: name, value: plainText(content) });
  return [...inAttributes, ...inside];
}

interface Field {
  /** The element whose field it is; undefined for one of the job. */
  readonly owner: XmlElement | undefined;
  readonly field: string;
  readonly value: string;
}

function judged({ owner, field, value }: Field): readonly SecretField[] {
  const isField = secretFields.has(`${classOf(owner)} ${field}`) || secretFields.has(` ${field}`);
  const named = /^(?:value|defaultValue)$/.test(field) ? nameBeside(owner) : field;
  const kind = isField ? valueKind(value) : judgeValue(named ?? '', value);
  return kind === 'harmless' ? [] : [{ field: isField ? field : (named ?? field), value, kind }];
}

/** Returns the class of an element without its package: what stands in `class`, or else the name of the element. */
function classOf(element: XmlElement | undefined): string {
  const name = element?.attributes?.class ?? element?.name ?? '';
  const last = name.split(/\.|\$|_-/).at(-1) ?? '';
  return last.replace(/^./, (letter) => letter.toUpperCase());
}

/** Returns what the element calls the value in it. */
function nameBeside(owner: XmlElement | undefined): string | undefined {
  if (owner === undefined || !isElements(owner.content)) return undefined;
  const name = owner.content.find((child) => /^(?:name|key)$/.test(child.name))?.content;
  return name === undefined || isElements(name) ? undefined : plainText(name);
}

function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}

/**
 * Returns where a field stands. Where it is not written as it is, or stands more than once, all of the text counts, so
 * that nothing of the secret is shown.
 */
function placed(text: string, { field, value, kind }: SecretField): FoundSecret {
  const start = text.indexOf(value);
  const isOnly = start !== -1 && start === text.lastIndexOf(value) && !text.includes('<!');
  const piece = isOnly ? { start, end: start + value.length } : { start: 0, end: text.length };
  return { by: 'field', what: field, kind, ...piece };
}
