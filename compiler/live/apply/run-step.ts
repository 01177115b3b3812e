import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileResult } from '../../host/file-result.ts';
import type { Written } from '../../jenkins-server/jenkins-client.ts';
import { isComputed, listFolder } from '../../jenkins-server/list-items.ts';
import { maskedSecrets } from '../../jenkins-server/masked-secrets.ts';
import { itemPath } from '../../jenkins-server/server-address.ts';
import {
  endsAll,
  failureFindings,
  reasonOf,
  type ServerFailure,
} from '../../jenkins-server/server-failure.ts';
import {
  createItem,
  createView,
  deleteAt,
  disableItem,
  isFailedMove,
  moveItem,
  renameItem,
  replaceConfig,
} from '../../jenkins-server/server-writes.ts';
import type { PlanStep } from '../live-plan.ts';
import { rootNameOf } from '../same.ts';
import type { ApplyContext } from './apply-context.ts';
import type { Backup, BackupStep } from './backup.ts';
import {
  configDigest,
  folderOf,
  hasPlainSecrets,
  isAsWanted,
  leafOf,
  pathOf,
  readLive,
  uploadText,
  withDisabled,
  withoutPlainSecrets,
} from './live-config.ts';
import { notKept } from './not-kept.ts';
import type { ServerLock } from './server-lock.ts';
import { halfMoved, type StateReader, type StepState, stepState } from './step-state.ts';

/** What a step ended with. */
export type StepEnd =
  | { readonly kind: 'done' | 'skipped' }
  /** Steps that need it are not begun. */
  | { readonly kind: 'failed'; readonly findings: readonly Diagnostic[] }
  /** No step is begun any more; why was told. */
  | { readonly kind: 'ended' };

/** What became of what was sent: an answer, the end of the step, or what is there now that it is done. */
type Sent = { readonly written: Written } | { readonly end: StepEnd } | { readonly live: string };

/** How often the state of the server is looked at for one step. */
const ATTEMPTS = 6;

/** The first pause after a request whose answer was lost, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE = 1_000;

/**
 * Does the steps of a plan, each by what the server has at the moment: what is to be sent follows from its state alone, so a
 * lost answer, a pause of the server and a killed run are one and the same.
 */
export class StepRunner {
  private readonly context: ApplyContext;
  private readonly reader: StateReader;
  private readonly lock: ServerLock;
  private readonly backup: Backup;
  private readonly begun = new Set<number>();

  constructor(context: ApplyContext, reader: StateReader, lock: ServerLock, backup: Backup) {
    this.context = context;
    this.reader = reader;
    this.lock = lock;
    this.backup = backup;
  }

  /** Does a step; `number` is its place in the plan, from 0 on. */
  async run(step: PlanStep, number: number): Promise<StepEnd> {
    let last: Written | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const asked = await stepState(this.reader, step);
      if (!asked.ok) return this.failedAsking(step, asked.failure);
      const state = asked.value;
      if (state.kind === 'done') return this.done(number, state.live);
      if (state.kind === 'changed')
        // What is half done by this run was changed by Jenkins or by somebody in between.
        return last === undefined ? failed(changed(step, state.problem)) : this.refused(step, last, state);
      if (last !== undefined && isFinal(last, step, state)) return this.refused(step, last, state);
      if (last !== undefined && last.kind !== 'taken') await this.pause(attempt);
      const sent = await this.send(step, number, state);
      if ('end' in sent) return sent.end;
      if ('live' in sent) return this.done(number, sent.live);
      last = sent.written;
    }
    return failed(refusal(step, reasonFor(last)));
  }

  private async done(number: number, live: string | undefined): Promise<StepEnd> {
    if (!this.begun.has(number)) return { kind: 'skipped' };
    const digest = live === undefined ? undefined : configDigest(this.context.host.sha256, live);
    const noted = this.backup.end(number, digest);
    return noted.ok ? { kind: 'done' } : this.noBackup(noted);
  }

  private async pause(attempt: number): Promise<void> {
    const { host, random } = this.context;
    await host.wait(FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + random() / 2));
  }

  /** Sends what brings a step further. */
  private async send(
    step: PlanStep,
    number: number,
    state: Extract<StepState, { readonly kind: 'todo' | 'begun' }>,
  ): Promise<Sent> {
    const { live } = state;
    // Stars of a configuration that was kept would become the secret just as those that are there now.
    const [masked] = 'after' in step ? maskedSecrets(`${live ?? ''}${step.after.xml}`) : [];
    if (masked !== undefined) return { end: failed(hidden(step, masked.element)) };
    const goes = step.kind !== 'view' && (step.action === 'delete' || step.action === 'replace');
    if (goes && live !== undefined && !isComputed(rootNameOf(live))) {
      const full = await this.whatIsInside(step);
      if (full !== undefined) return { end: full };
    }
    if (!(await this.lock.hold())) return { end: { kind: 'ended' } };
    const kept = this.keep(step, number, live);
    if (!kept.ok) return { end: this.noBackup(kept) };
    switch (step.action) {
      case 'create':
      case 'replace':
        return this.make(step, state);
      case 'update':
        return this.upload(step, live ?? '');
      case 'move':
        return { written: await this.move(step, state.kind === 'begun' ? state.at : step.from) };
      case 'disable':
        return { written: await disableItem(this.context.client, step.name) };
      case 'delete':
        return { written: await deleteAt(this.context.client, pathOf(step.kind, step.name)) };
    }
  }

  /** The first time that something is sent for a step it is written down, with what is there. */
  private keep(step: PlanStep, number: number, live: string | undefined): FileResult<undefined> {
    if (this.begun.has(number)) return { ok: true, value: undefined };
    const { action, kind, name, project } = step;
    const { sha256 } = this.context.host;
    const rests = step.action === 'disable' ? withDisabled(live ?? '', true) : undefined;
    const sent = 'after' in step ? step.after.xml : rests;
    const about: BackupStep = {
      action,
      kind,
      name,
      project,
      ...('from' in step ? { from: step.from } : {}),
      ...(sent === undefined ? {} : { sent: configDigest(sha256, sent) }),
    };
    const kept = this.backup.begin(number, about, live);
    if (kept.ok) this.begun.add(number);
    return kept;
  }

  /** Makes something; what stands there as another kind goes first. */
  private async make(
    step: Extract<PlanStep, { readonly action: 'create' | 'replace' }>,
    state: Extract<StepState, { readonly kind: 'todo' | 'begun' }>,
  ): Promise<Sent> {
    const { client } = this.context;
    const { kind, name, after } = step;
    if (state.kind === 'begun') return this.upload(step, state.live ?? '');
    if (state.live !== undefined) return { written: await deleteAt(client, pathOf(kind, name)) };
    if (kind === 'view') {
      const written = await createView(client, folderOf(name), leafOf(name), after.xml);
      return written.kind === 'taken' ? this.readBack(step, after.xml) : { written };
    }
    // It is a second request: `createItem` leaves on the disk what it is sent, plain secrets included.
    const first = withoutPlainSecrets(after.xml);
    const written = await createItem(client, folderOf(name), leafOf(name), first ?? after.xml);
    if (written.kind !== 'taken') return { written };
    if (first !== undefined) return this.upload(step, first);
    const made = await this.readBack(step, after.xml);
    return 'live' in made && hasPlainSecrets(made.live, after.xml) ? this.upload(step, made.live) : made;
  }

  private async upload(
    step: Extract<PlanStep, { readonly action: 'create' | 'replace' | 'update' }>,
    live: string,
  ): Promise<Sent> {
    const text = uploadText(live, step.after.xml);
    const [masked] = maskedSecrets(text);
    if (masked !== undefined) return { end: failed(hidden(step, masked.element)) };
    const written = await replaceConfig(this.context.client, pathOf(step.kind, step.name), text);
    return written.kind === 'taken' ? this.readBack(step, text) : { written };
  }

  /** Reads what was sent: Jenkins drops what it does not know, with status 200. */
  private async readBack(
    step: Extract<PlanStep, { readonly action: 'create' | 'replace' | 'update' }>,
    sent: string,
  ): Promise<Sent> {
    const live = await readLive(this.context.client, step.kind, step.name);
    if (!live.ok) return { written: { kind: 'unknown', failure: live.failure, after: undefined } };
    if (live.value === undefined) return { end: failed(refusal(step, 'it is not there after it was made')) };
    if (isAsWanted(live.value, step.after.xml)) return { live: live.value };
    return { end: failed(notKept(step, live.value, sent)) };
  }

  /** Another name and another folder take one request each. */
  private async move(step: Extract<PlanStep, { readonly action: 'move' }>, at: string): Promise<Written> {
    const { client } = this.context;
    const { kind, name } = step;
    const [renamed] = halfMoved({ from: at, name });
    // The old folder may have something of the new name.
    const isFree = renamed !== undefined && (await this.isFree(kind, renamed));
    if (folderOf(at) === folderOf(name) || isFree) return renameItem(client, at, leafOf(name));
    const written = await moveItem(client, at, folderOf(name));
    if (!isFailedMove(written)) return written;
    const failure: ServerFailure = {
      kind: 'status',
      url: `${client.address.url}${itemPath(at)}/move`,
      status: 302,
    };
    const reason = 'Jenkins leads back: the folder is not there, or has something of this name';
    return { kind: 'refused', failure, reason };
  }

  private async isFree(kind: PlanStep['kind'], name: string): Promise<boolean> {
    const read = await this.reader.read(kind, name);
    return read.ok && read.value === undefined;
  }

  /** Whatever holds items goes with them, of whatever plugin it is: it has to be empty. */
  private async whatIsInside(step: PlanStep): Promise<StepEnd | undefined> {
    const listed = await listFolder(this.context.client, step.name, { isMaybeNone: true });
    if (!listed.ok) return this.failedAsking(step, listed.failure);
    const { items, refused } = listed.value;
    const all = [...items.map(({ name }) => name), ...refused.map((name) => `${step.name}/${name}`)];
    if (all.length === 0) return undefined;
    const names = all.slice(0, 3).map((name) => `\`${name}\``);
    const inside = all.length > 3 ? `${names.join(', ')} and ${all.length - 3} more` : names.join(', ');
    return failed(
      diagnose('live/full-folder', { name: step.name, inside }, undefined, {
        help: 'make a new plan: it says what is in the folder',
      }),
    );
  }

  private failedAsking(step: PlanStep, failure: ServerFailure): StepEnd {
    if (!endsAll(failure)) return failed(refusal(step, reasonOf(failure)));
    for (const finding of failureFindings(failure)) this.context.report(finding);
    return { kind: 'ended' };
  }

  private refused(step: PlanStep, last: Written, state: StepState): StepEnd {
    if (last.kind !== 'taken' && endsAll(last.failure)) return this.failedAsking(step, last.failure);
    const problem = state.kind === 'changed' ? `; ${state.problem}` : '';
    return failed(refusal(step, `${reasonFor(last)}${problem}`));
  }

  private noBackup(result: Extract<FileResult<undefined>, { readonly ok: false }>): StepEnd {
    this.context.report(backupFinding(this.backup.folder, result.failure.reason));
    return { kind: 'ended' };
  }
}

/** Returns what to tell about a backup that cannot be written or read. */
export function backupFinding(path: string, reason: string): Diagnostic {
  return diagnose('live/backup', { path, reason }, undefined, {
    help: 'name a folder of your own with `--backup`',
  });
}

const NOT_DONE = 'Jenkins says that it is done, and it is not';

/** Whether the same would happen again: it was refused, cannot be read (500), or was taken and did nothing. */
function isFinal(last: Written, step: PlanStep, state: StepState): boolean {
  if (last.kind === 'refused') return last.failure.kind !== 'unreachable';
  if (last.kind === 'unknown') return last.failure.kind === 'status' && last.failure.status === 500;
  // What stood there as another kind is gone, or it has one of two new names: there is more to do.
  const isFurther = step.action === 'replace' && state.kind === 'todo' && state.live === undefined;
  return state.kind === 'todo' && !isFurther;
}

function reasonFor(written: Written | undefined): string {
  if (written === undefined) return 'nothing was sent';
  if (written.kind === 'taken') return NOT_DONE;
  return (written.kind === 'refused' ? written.reason : undefined) ?? reasonOf(written.failure);
}

function failed(...findings: readonly Diagnostic[]): StepEnd {
  return { kind: 'failed', findings };
}

function refusal({ action, kind, name }: PlanStep, reason: string): Diagnostic {
  return diagnose('live/refused', { action, kind, name, reason }, undefined, {
    help: 'mend that, and run it again: what is done already is left alone',
  });
}

/** Returns what to tell about something that is not as the plan saw it. */
export function changed({ kind, name }: PlanStep, problem: string): Diagnostic {
  return diagnose('live/changed', { kind, name, problem }, undefined, {
    help: 'make a new plan: it shows what is there now',
  });
}

function hidden({ kind, name }: PlanStep, element: string): Diagnostic {
  return diagnose('live/hidden-secret', { kind, name, element }, undefined, {
    help: 'ask with a user who has the permission Job/Configure',
  });
}
