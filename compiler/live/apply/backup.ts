import { makeConfinedFolder } from '../../host/confined-path.ts';
import type { FileResult } from '../../host/file-result.ts';
import { joinPath } from '../../host/path.ts';
import { createFile } from '../../host/replace-file.ts';
import { printJson } from '../../print/print-json.ts';
import { parseJson } from '../../util/parse-json.ts';
import { version } from '../../version.ts';
import type { PlanStep } from '../live-plan.ts';
import { isItemName, isProjectName } from '../plan-file.ts';
import type { ApplyHost } from './apply-context.ts';

/** The form of a backup. One of another form is not read. */
export const BACKUP_FORMAT = 'bitesize-backup/1';

/** What of a step is kept: what it was about, and not what was sent. */
export interface BackupStep {
  readonly action: PlanStep['action'];
  readonly kind: PlanStep['kind'];
  readonly name: string;
  readonly project: string;
  /** The name before, of something that was moved. */
  readonly from?: string;
  /** The digest of what was sent; a configuration that was replaced is known by it until it is read back. */
  readonly sent?: string;
}

/** A step of a backup with what was there before it. */
export interface KeptStep {
  readonly step: BackupStep;
  /** The configuration before; undefined where there was none. */
  readonly before: string | undefined;
  /** The digest of what stood there afterwards; undefined when the step did not end. */
  readonly after: string | undefined;
}

const HEADER = 'index.json';

/**
 * The configurations that an apply replaces, deletes or moves: each step is written down before its request and marked after it,
 * so that a run that was killed has its backup as well. They may hold secrets: nobody else may look into the folder, and it
 * is kept out of commits.
 */
export class Backup {
  readonly folder: string;
  private readonly host: ApplyHost;

  private constructor(host: ApplyHost, folder: string) {
    this.host = host;
    this.folder = folder;
  }

  /** Makes the folder of a backup, which must not be there or be empty. */
  static create(
    host: ApplyHost,
    folder: string,
    about: { readonly url: string; readonly user: string | undefined; readonly time: string },
  ): FileResult<Backup> {
    const { files } = host;
    const made = makeConfinedFolder(host, folder);
    if (!made.ok) return made;
    const guarded = files.setMode(folder, 0o700);
    if (!guarded.ok) return guarded;
    const backup = new Backup(host, folder);
    const ignored = backup.write('.gitignore', '*\n');
    if (!ignored.ok) return ignored;
    const { url, user, time } = about;
    const header = { format: BACKUP_FORMAT, url, ...(user === undefined ? {} : { user }), time, version };
    const written = backup.write(HEADER, printJson(header));
    return written.ok ? { ok: true, value: backup } : written;
  }

  /** Keeps what a step is about to change; `number` is its place in the plan, from 0 on. */
  begin(number: number, step: BackupStep, before: string | undefined): FileResult<undefined> {
    const name = nameOf(number);
    const kept = before === undefined ? undefined : this.write(`${name}.xml`, before);
    if (kept?.ok === false) return kept;
    return this.write(`${name}.json`, printJson(step));
  }

  /** Notes that a step was done, and what stands there now. */
  end(number: number, digest: string | undefined): FileResult<undefined> {
    return this.write(
      `${nameOf(number)}.done.json`,
      printJson({ ...(digest === undefined ? {} : { digest }) }),
    );
  }

  private write(name: string, text: string): FileResult<undefined> {
    const path = joinPath(this.folder, name);
    const written = createFile(this.host, path, text);
    return written.ok ? this.host.files.setMode(path, 0o600) : written;
  }
}

function nameOf(number: number): string {
  return String(number + 1).padStart(6, '0');
}

/** A backup that was read, or why it cannot be. */
export type ReadBackup =
  | {
      readonly kind: 'backup';
      readonly url: string;
      readonly time: string;
      readonly steps: readonly KeptStep[];
    }
  | { readonly kind: 'problem'; readonly problem: string };

const MOST_OF_FILE = 64 * 1024 * 1024;

/** Returns what a folder keeps, in the order in which it was done. */
export function readBackup({ files }: ApplyHost, folder: string): ReadBackup {
  const problem = (what: string): ReadBackup => ({ kind: 'problem', problem: what });
  const read = (name: string): string | undefined => {
    const found = files.read(joinPath(folder, name), { limit: MOST_OF_FILE, noFollow: true });
    return found.ok ? new TextDecoder().decode(found.value) : undefined;
  };
  const header = recordIn(read(HEADER));
  if (header === undefined) return problem(`it has no \`${HEADER}\``);
  const { format, url, time } = header;
  if (format !== BACKUP_FORMAT) return problem(`its format is not \`${BACKUP_FORMAT}\``);
  if (typeof url !== 'string' || typeof time !== 'string') return problem('it names no server');
  const listed = files.list(folder);
  if (!listed.ok) return problem(listed.failure.reason);
  const steps: KeptStep[] = [];
  for (const { name } of listed.value) {
    const number = /^(\d{6,})\.json$/.exec(name)?.[1];
    if (number === undefined) continue;
    const step = stepIn(recordIn(read(name)));
    if (step === undefined) return problem(`\`${name}\` holds no step`);
    const digest = recordIn(read(`${number}.done.json`))?.digest;
    steps.push({
      step,
      before: read(`${number}.xml`),
      after: typeof digest === 'string' ? digest : step.sent,
    });
  }
  return { kind: 'backup', url, time, steps };
}

const ACTIONS: Readonly<Record<PlanStep['action'], true>> = {
  create: true,
  update: true,
  replace: true,
  move: true,
  disable: true,
  delete: true,
};

function stepIn(data: Readonly<Record<string, unknown>> | undefined): BackupStep | undefined {
  const { action, kind, name, project, from, sent } = data ?? {};
  if (typeof action !== 'string' || !Object.hasOwn(ACTIONS, action)) return undefined;
  if (kind !== 'job' && kind !== 'folder' && kind !== 'view') return undefined;
  // A backup may come with a checkout.
  if (!isItemName(name) || !isProjectName(project)) return undefined;
  if ((from !== undefined || action === 'move') && !isItemName(from)) return undefined;
  return {
    action: action as PlanStep['action'],
    kind,
    name,
    project,
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof sent === 'string' ? { sent } : {}),
  };
}

function recordIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  const data = text === undefined ? undefined : parseJson(text);
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Readonly<Record<string, unknown>>)
    : undefined;
}
