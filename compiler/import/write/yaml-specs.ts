import { oneLine } from '../../print/lines.ts';
import { countBreaks } from '../../text/count-breaks.ts';
import { utf8Length } from '../../util/utf8-length.ts';
import type { CollectedJob } from '../plan/collect-jobs.ts';
import type { HiddenSecret } from '../plan/hide-secrets.ts';
import { ScriptFiles } from '../plan/script-files.ts';
import { SharedDefaults } from '../plan/shared-defaults.ts';
import { shortForms } from '../plan/short-forms.ts';
import type { PlainObject } from '../printers.ts';
import { mappingLines } from './write-yaml.ts';

/** A job as it is written. */
interface WrittenJob {
  readonly kind: string;
  /** What stands above it. */
  readonly comments: readonly string[];
  /** The lines of each field, the name first. */
  readonly fields: readonly (readonly [name: string, lines: string])[];
}

/** The specs of jobs, written job by job: what they say is not kept. */
export class YamlSpecs {
  /** How many bytes the jobs have that were added. */
  bytes = 0;
  private readonly scripts = new ScriptFiles();
  private readonly shared = new SharedDefaults();
  private readonly jobs: WrittenJob[] = [];

  /** Adds one more job. */
  add({ item: { name, kind }, hidden }: CollectedJob, spec: PlainObject): void {
    const job = shortForms(this.scripts.withFiles({ name, kind, ...spec }));
    this.shared.add(job);
    const fields = Object.entries(job).map(
      ([field, value]) => [field, mappingLines({ [field]: value }, INDENT).join('\n')] as const,
    );
    this.jobs.push({ kind, comments: hidden.map((secret) => `  # ${todoOf(secret)}`), fields });
    for (const [, lines] of fields) this.bytes += utf8Length(lines) + 1;
  }

  /** Returns the lines of the jobs below those above them, and the line on which each job starts, counted from 1. */
  written(headWith: (defaults: PlainObject) => readonly string[]): {
    readonly text: string;
    readonly scripts: ReadonlyMap<string, string>;
    readonly starts: () => readonly number[];
  } {
    const defaults = this.shared.defaults();
    const head = headWith(defaults);
    const jobs = this.jobs.map(({ kind, comments, fields }) => {
      const shared = defaults[kind] ?? {};
      const own = fields.filter(([name]) => !Object.hasOwn(shared, name)).map(([, lines]) => lines);
      // A job takes a line for each field, however short it is.
      return [...comments, `  - ${own.join('\n').slice(INDENT.length)}`].join('\n');
    });
    return {
      text: `${[...head, ...jobs].join('\n')}\n`,
      scripts: this.scripts.texts,
      starts: () => startsOf(head, jobs),
    };
  }
}

/** Where the fields of a job stand. */
const INDENT = '    ';

function startsOf(head: readonly string[], jobs: readonly string[]): readonly number[] {
  let line = head.length + 1;
  return jobs.map((job) => {
    const start = line;
    line += countBreaks(job) + 1;
    return start;
  });
}

/** Check finds the comment as long as somebody has to do something. */
export function todoOf({ field, credential }: HiddenSecret): string {
  return credential === undefined
    ? `TODO: a secret stood in ${oneLine(field)}: bind a credential of Jenkins there.`
    : `TODO: make the credential ${credential}, which holds what stood in ${oneLine(field)}.`;
}
