import { applyEdits, type FormattingOptions, modify, type ParseError, parse } from 'jsonc-parser';
import type { SpecKind } from '../source/spec-kind.ts';
import { editorSchema } from './editor-schema.ts';
import { specKinds } from './source-schemas.ts';

/** How an editor learns which schema a spec has: by settings of the folder, or by a comment in each spec. */
export type EditorHow = 'vscode' | 'modeline';

/** The files to write, by path, in the order in which they are written; and what cannot be written, if anything. */
interface EditorFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly problem?: string;
}

const folder = '.bitesize/schemas';
const settingsFile = '.vscode/settings.json';

/**
 * Returns the files that make yaml-language-server check specs by their file name, without those that are already so.
 * `read` gives what stands at a path, undefined when there is nothing. Settings keep all that is not ours, comments and
 * layout included; those that no editor could read are left alone, and a problem says what to add.
 */
export function editorFiles(
  how: EditorHow,
  kinds: readonly SpecKind[],
  read: (path: string) => string | undefined,
): EditorFiles {
  const files = new Map(
    kinds.map((kind) => [schemaFile(kind), `${JSON.stringify(editorSchema(kind), null, 2)}\n`]),
  );
  let problem: string | undefined;
  if (how === 'modeline') {
    for (const kind of specKinds.filter((each) => kinds.includes(each))) {
      const text = read(`${kind}.bitesize`);
      if (text !== undefined) files.set(`${kind}.bitesize`, withModeline(text, kind));
    }
  } else {
    const settings = withSettings(read(settingsFile) ?? '', kinds);
    if (settings === undefined)
      problem = `\`${settingsFile}\` is no JSON object; add this to it by hand:\n${withSettings('', kinds)}`;
    else files.set(settingsFile, settings);
  }
  const changed = new Map([...files].filter(([path, text]) => read(path) !== text));
  return { files: changed, ...(problem === undefined ? {} : { problem }) };
}

function schemaFile(kind: SpecKind): string {
  return `${folder}/${kind}.schema.json`;
}

const modeline = /^# yaml-language-server:.*\r?\n?/m;

function withModeline(text: string, kind: SpecKind): string {
  const rest = text.replace(modeline, '');
  return `# yaml-language-server: $schema=${schemaFile(kind)}\n${rest}`;
}

/** Returns settings of VS Code with ours in them; undefined for those that are no object, or broken. */
function withSettings(text: string, kinds: readonly SpecKind[]): string | undefined {
  const isEmpty = text.trim() === '';
  const errors: ParseError[] = [];
  const before: unknown = isEmpty ? {} : parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(before)) return undefined;
  const schemas = kinds.map((kind) => [`./${schemaFile(kind)}`, [`**/${kind}.bitesize`]] as const);
  const ours = [
    ['files.associations', [['*.bitesize', 'yaml']]],
    ['yaml.schemas', schemas],
  ] as const;
  const formattingOptions = formatOf(text);
  let edited = isEmpty ? '{}\n' : text;
  for (const [setting, entries] of ours) {
    const there = before[setting];
    if (!isObject(there))
      edited = applyEdits(
        edited,
        modify(edited, [setting], Object.fromEntries(entries), { formattingOptions }),
      );
    else
      for (const [key, value] of entries)
        if (JSON.stringify(there[key]) !== JSON.stringify(value))
          edited = applyEdits(edited, modify(edited, [setting, key], value, { formattingOptions }));
  }
  return edited;
}

/** The indent and the line ends that a text has. */
function formatOf(text: string): FormattingOptions {
  const [, indent = '  '] = /^([ \t]+)\S/m.exec(text) ?? [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
