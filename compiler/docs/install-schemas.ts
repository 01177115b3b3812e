import type { SpecKind } from '../source/spec-kind.ts';
import { parseJson } from '../util/parse-json.ts';
import { editorSchema } from './editor-schema.ts';
import { specKinds } from './source-schemas.ts';

/** How an editor learns which schema a spec has: by settings of the folder, or by a comment in each spec. */
export type EditorHow = 'vscode' | 'modeline';

/** The files to write, by path; or what stops it. */
type EditorFiles =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problem: string };

const folder = '.bitesize/schemas';
const settingsFile = '.vscode/settings.json';

/**
 * Returns the files that make yaml-language-server check specs by their file name, without those that are already so.
 * `read` gives what stands at a path, undefined when there is nothing. Settings keep all that is not ours; settings
 * with comments are left alone, as writing them back would lose the comments.
 */
export function editorFiles(
  how: EditorHow,
  kinds: readonly SpecKind[],
  read: (path: string) => string | undefined,
): EditorFiles {
  const files = new Map(
    kinds.map((kind) => [schemaFile(kind), `${JSON.stringify(editorSchema(kind), null, 2)}\n`]),
  );
  if (how === 'modeline') {
    for (const kind of specKinds.filter((each) => kinds.includes(each))) {
      const text = read(`${kind}.bitesize`);
      if (text !== undefined) files.set(`${kind}.bitesize`, withModeline(text, kind));
    }
  } else {
    const settings = withSettings(read(settingsFile), kinds);
    if (settings === undefined) {
      return {
        ok: false,
        problem: `\`${settingsFile}\` has comments or is no JSON object; add this to it by hand:\n${withSettings(undefined, kinds)}`,
      };
    }
    files.set(settingsFile, settings);
  }
  return { ok: true, files: new Map([...files].filter(([path, text]) => read(path) !== text)) };
}

function schemaFile(kind: SpecKind): string {
  return `${folder}/${kind}.schema.json`;
}

const modeline = /^# yaml-language-server:.*\r?\n?/m;

function withModeline(text: string, kind: SpecKind): string {
  const rest = text.replace(modeline, '');
  return `# yaml-language-server: $schema=${schemaFile(kind)}\n${rest}`;
}

function withSettings(text: string | undefined, kinds: readonly SpecKind[]): string | undefined {
  const settings = text === undefined ? {} : parseObject(text);
  if (settings === undefined) return undefined;
  const schemas = objectAt(settings, 'yaml.schemas');
  const associations = objectAt(settings, 'files.associations');
  const ours = Object.fromEntries(kinds.map((kind) => [`./${schemaFile(kind)}`, [`**/${kind}.bitesize`]]));
  const merged = {
    ...settings,
    'files.associations': { ...associations, '*.bitesize': 'yaml' },
    'yaml.schemas': { ...schemas, ...ours },
  };
  return `${JSON.stringify(merged, null, 2)}\n`;
}

function objectAt(settings: Readonly<Record<string, unknown>>, key: string): object {
  const value = settings[key];
  return isObject(value) ? value : {};
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
