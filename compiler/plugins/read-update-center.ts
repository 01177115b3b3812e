import { compareText } from '../util/compare-text.ts';
import { downloadUrl } from './catalogue.ts';
import type { PluginRow, WarningRange, WarningRow } from './catalogue-data.ts';
import { isUsablePattern } from './warning-pattern.ts';

/** An update centre after its shape was checked: what Jenkins would offer to install. */
export interface UpdateCenter {
  /** Core version that it offers. */
  readonly core: string;
  /** One release per plugin, sorted by id. */
  readonly plugins: readonly PluginRow[];
  /** Warnings about plugins and, with `core` as the plugin, about core; in the order of the file. */
  readonly warnings: readonly WarningRow[];
}

/** Something in an update centre that was left out, or that made it unreadable. */
interface UpdateCenterProblem {
  /** Place in the file, such as `plugins.git.version`; empty for the whole. */
  readonly path: string;
  /** What should stand there. */
  readonly expected: string;
}

/** What was read, and what was left out of it. Without a value the text is no update centre at all. */
export interface ReadUpdateCenter {
  readonly value: UpdateCenter | undefined;
  readonly problems: readonly UpdateCenterProblem[];
}

/**
 * Returns the update centre that a text holds: plain JSON, or the JSON inside `updateCenter.post(...)` as the
 * official site serves it. The text is not trusted: an entry that could not stand in a plugins.txt or in an address is
 * left out and reported. Follows the files that jenkins-infra/update-center2 writes.
 */
export function readUpdateCenter(text: string): ReadUpdateCenter {
  const problems: UpdateCenterProblem[] = [];
  const root = parseJson(text);
  if (!isRecord(root)) return { value: undefined, problems: [{ path: '', expected: 'a JSON object' }] };
  const core = isRecord(root.core) ? root.core.version : undefined;
  if (!isRecord(root.plugins) || !isVersion(core)) {
    const path = isRecord(root.plugins) ? 'core.version' : 'plugins';
    return {
      value: undefined,
      problems: [{ path, expected: path === 'plugins' ? 'an object' : 'a version' }],
    };
  }
  const report: Report = (path, expected) => {
    problems.push({ path, expected });
    return undefined;
  };
  const plugins = Object.entries(root.plugins)
    .map(([id, entry]) => readPlugin(id, entry, report))
    .filter((row) => row !== undefined)
    .sort((a, b) => compareText(a.id, b.id));
  const warnings = list(root.warnings).flatMap(
    (entry, index) => readWarning(entry, `warnings[${index}]`, report) ?? [],
  );
  return { value: { core, plugins, warnings }, problems };
}

/** Notes what is wrong at a path, and gives the nothing that stands for the entry. */
type Report = (path: string, expected: string) => undefined;

function readPlugin(id: string, entry: unknown, report: Report): PluginRow | undefined {
  const path = `plugins.${id}`;
  if (!isId(id)) return report(path, 'a plugin id of letters, digits, `.`, `_` and `-`');
  if (!isRecord(entry)) return report(path, 'an object');
  const { version, requiredCore, sha256, size, url } = entry;
  if (!isVersion(version)) return report(`${path}.version`, 'a version');
  if (!isVersion(requiredCore)) return report(`${path}.requiredCore`, 'a version');
  if (typeof sha256 !== 'string' || !sha256Pattern.test(sha256))
    return report(`${path}.sha256`, 'a SHA-256 in base64');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    return report(`${path}.size`, 'a size in bytes');
  const needs: string[] = [];
  const optional: string[] = [];
  for (const [index, item] of list(entry.dependencies).entries()) {
    if (!isRecord(item) || !isId(item.name) || !isVersion(item.version)) {
      return report(`${path}.dependencies[${index}]`, 'a plugin id and a version');
    }
    (item.optional === true ? optional : needs).push(`${item.name}:${item.version}`);
  }
  const row = { id, version, core: requiredCore, sha256, size, needs: needs.sort(compareText) };
  const sorted = { ...row, optional: optional.sort(compareText) };
  if (url === undefined || url === downloadUrl(id, version)) return sorted;
  if (typeof url !== 'string' || !urlPattern.test(url))
    return report(`${path}.url`, 'an http or https address');
  return { ...sorted, url };
}

function readWarning(entry: unknown, path: string, report: Report): WarningRow | undefined {
  if (!isRecord(entry)) return report(path, 'an object');
  const { id, name, url } = entry;
  if (typeof id !== 'string' || !/^[ -~]{1,200}$/.test(id))
    return report(`${path}.id`, 'a short line of text');
  if (!isId(name)) return report(`${path}.name`, 'a plugin id, or `core`');
  if (typeof url !== 'string' || !urlPattern.test(url))
    return report(`${path}.url`, 'an http or https address');
  const versions: WarningRange[] = [];
  for (const [index, range] of list(entry.versions).entries()) {
    const pattern = isRecord(range) ? range.pattern : undefined;
    const last = isRecord(range) && typeof range.lastVersion === 'string' ? range.lastVersion : null;
    if (typeof pattern === 'string' && isUsablePattern(pattern)) versions.push({ pattern, last });
    else report(`${path}.versions[${index}].pattern`, 'a regular expression without repeated groups');
  }
  return { id, plugin: name, url, versions };
}

function parseJson(text: string): unknown {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return undefined;
  if (!framePattern.test(`${text.slice(0, start)} ${text.slice(end + 1)}`)) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** What may stand around the JSON: nothing, or the call that older versions of Jenkins evaluate. */
const framePattern = /^\s*(?:updateCenter\.post\(\s+\)\s*;?)?\s*$/;
const sha256Pattern = /^[A-Za-z0-9+/]{43}=$/;
const urlPattern = /^https?:\/\/[^\s"'<>#]+(?:#[^\s"'<>]*)?$/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w.-]*$/.test(value);
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w.+~-]*$/.test(value);
}
