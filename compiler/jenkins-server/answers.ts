import { parseJson } from '../util/parse-json.ts';
import type { JenkinsClient, ServerAnswer } from './jenkins-client.ts';
import type { Asked, ServerFailure } from './server-failure.ts';

/** An object of JSON that came from a server: whatever is in it is looked at before it is used. */
export type JsonObject = { readonly [name: string]: unknown };

/** The most bytes of a list; one of 100,000 jobs has 10 MB. */
const MOST_OF_LIST = 64 * 1024 * 1024;

/** Returns the object that stands at a path, which ends in `/api/json` and may have a query. */
export async function getJson(
  client: JenkinsClient,
  path: string,
): Promise<Asked<{ readonly data: JsonObject; readonly answer: ServerAnswer }>> {
  const asked = await client.get(path, 'application/json', MOST_OF_LIST);
  if (!asked.ok) return asked;
  const answer = asked.value;
  const text = textOf(answer);
  if (text === undefined) return bad(answer, noText(answer));
  const data = parseJson(text);
  if (isObject(data)) return { ok: true, value: { data, answer } };
  return bad(
    answer,
    isHtml(text) ? HTML : data === undefined ? 'it is no JSON, or not all of it' : 'it is no object',
  );
}

/**
 * Returns the configuration that stands at a path, as text. That it is all there is checked by its last tag: an answer can
 * be cut without a sign of it.
 */
export async function getConfig(client: JenkinsClient, path: string, limit: number): Promise<Asked<string>> {
  const asked = await client.get(`${path}/config.xml`, 'application/xml', limit);
  if (!asked.ok) return asked;
  const text = textOf(asked.value);
  if (text === undefined) return bad(asked.value, noText(asked.value));
  if (isHtml(text)) return bad(asked.value, HTML);
  return isWholeXml(text) ? { ok: true, value: text } : bad(asked.value, 'it is no XML, or not all of it');
}

/** Returns the objects of a list in a field; none where there is no list. */
export function objectsIn(data: JsonObject, field: string): readonly JsonObject[] {
  const value = data[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Returns the text of a field; empty where there is none. */
export function textIn(data: JsonObject, field: string): string {
  const value = data[field];
  return typeof value === 'string' ? value : '';
}

/** Returns whether a value is an object of JSON. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const HTML = 'it is a page for people (HTML), such as one to log in';

/** Returns the failure of an answer that is none of Jenkins, with the reason. */
export function bad(
  answer: ServerAnswer,
  reason: string,
): { readonly ok: false; readonly failure: ServerFailure } {
  return { ok: false, failure: { kind: 'bad-answer', url: answer.url, reason } };
}

function textOf({ body }: ServerAnswer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function noText({ headers }: ServerAnswer): string {
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' ? 'it is not UTF-8' : 'it is compressed, which was not asked for';
}

function isHtml(text: string): boolean {
  return /^\s*(<!doctype\s+html|<html[\s>])/i.test(text.slice(0, 1000));
}

/** The first tag, behind a declaration and comments. */
const ROOT = /^\s*(?:<\?xml\s[^?]{0,200}\?>\s*)?(?:<!--[\s\S]{0,10000}?-->\s*)*<([A-Za-z_][\w.$:-]*)/;

function isWholeXml(text: string): boolean {
  const root = ROOT.exec(text.slice(0, 20_000))?.[1];
  if (root === undefined) return false;
  const end = text.slice(-root.length - 1000).trimEnd();
  return new RegExp(`</${root.replaceAll(/[.$]/g, '\\$&')}\\s*>$`).test(end) || isOneTag(text.trimEnd());
}

/** A configuration may be one tag with attributes. */
function isOneTag(text: string): boolean {
  return text.endsWith('/>') && text.lastIndexOf('<') === text.search(/<[A-Za-z_]/);
}
