import type { JsonValue, SchemaNode } from '../../../schema/schema-node.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import { countBreaks } from '../../text/count-breaks.ts';
import type { PlainObject } from '../printers.ts';
import { mapObjects } from './map-objects.ts';

/** A script of more lines is a file beside the specs. */
const MOST_LINES = 5;

/** How the files of the scripts of a thing end; those of `shining-panda` say themselves what they are. */
const endings: Readonly<Record<string, string>> = {
  shell: 'sh',
  batch: 'bat',
  powershell: 'ps1',
  python: 'py',
  nodejs: 'js',
  groovy: 'groovy',
  'system-groovy': 'groovy',
  ssh: 'sh',
};

/** The scripts of all jobs that are files; equal ones are one file. */
export class ScriptFiles {
  /** Texts by their paths from the folder of the specs. */
  readonly texts = new Map<string, string>();
  private readonly paths = new Map<string, string>();
  /** Paths of files and of the folders that they are in, in small letters: file systems do not all tell them apart. */
  private readonly taken = new Set<string>();
  private readonly folders = new Set<string>();

  /** Returns a job whose long scripts are files. */
  withFiles(job: PlainObject): PlainObject {
    const root = specSchemas.jobs.schema;
    const name = typeof job.name === 'string' ? job.name : '';
    return mapObjects(job, root.definitions?.Job ?? {}, root, (object, schema, thing): JsonValue => {
      const fields = fieldsOf(schema);
      const text = fields && object[fields.text];
      if (fields === undefined || typeof text !== 'string' || !isFile(text)) return object;
      const path = this.add(name, folderOf(fields), endingOf(fields, thing, object), text);
      return Object.fromEntries(
        Object.entries(object).map(([key, value]) =>
          key === fields.text ? [fields.file, path] : [key, value],
        ),
      );
    }) as PlainObject;
  }

  private add(job: string, folder: string, ending: string, text: string): string {
    const key = `${folder} ${ending} ${text}`;
    const known = this.paths.get(key);
    if (known !== undefined) return known;
    const parts = [folder, ...job.split('/').map(fileName)];
    let path = `${parts.join('/')}.${ending}`;
    for (let nth = 2; this.isTaken(path); nth++) path = `${parts.join('/')}-${nth}.${ending}`;
    this.taken.add(path.toLowerCase());
    for (let count = 1; count < parts.length; count++)
      this.folders.add(parts.slice(0, count).join('/').toLowerCase());
    this.paths.set(key, path);
    this.texts.set(path, text);
    return path;
  }

  private isTaken(path: string): boolean {
    const small = path.toLowerCase();
    if (this.taken.has(small) || this.folders.has(small)) return true;
    const parts = small.split('/');
    return parts.some((_, count) => count > 0 && this.taken.has(parts.slice(0, count).join('/')));
  }
}

interface ScriptFields {
  readonly text: string;
  readonly file: string;
}

/** Returns the fields of an object that say a script as a text and as a file; undefined for one without scripts. */
function fieldsOf({ properties = {} }: SchemaNode): ScriptFields | undefined {
  const files = Object.keys(properties).filter((name) => properties[name]?.['x-refers'] === 'file');
  const [file] = files;
  if (file === undefined) return undefined;
  const text = file.endsWith('_file')
    ? file.slice(0, -'_file'.length)
    : ['command', 'script'].find((name) => name in properties);
  return text === undefined || !(text in properties) ? undefined : { text, file };
}

/** A file whose lines end otherwise would be read as another text. */
function isFile(text: string): boolean {
  return countBreaks(text.trimEnd()) >= MOST_LINES && !text.includes('\r') && !text.startsWith('\ufeff');
}

function folderOf({ text }: ScriptFields): string {
  return text === 'xml' ? 'xml' : 'scripts';
}

function endingOf({ text }: ScriptFields, thing: string, { nature }: PlainObject): string {
  if (text === 'xml') return 'xml';
  if (thing === 'shining-panda') return nature === 'python' ? 'py' : 'sh';
  return endings[thing] ?? 'groovy';
}

/** Returns a part of the name of a job as the name of a file or a folder. */
function fileName(part: string): string {
  const plain = part.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return plain === '' ? 'job' : plain.slice(0, 80);
}
