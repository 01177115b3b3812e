import { diagnose } from '../../diagnostics/diagnose.ts';
import { childNamed, field, named } from '../../import/tree-parts.ts';
import { xmlText } from '../../import/xml-text.ts';
import { itemPath } from '../../jenkins-server/server-address.ts';
import { userName } from '../../jenkins-server/server-facts.ts';
import {
  endsAll,
  failureFindings,
  reasonOf,
  type ServerFailure,
} from '../../jenkins-server/server-failure.ts';
import { createItem, deleteAt, replaceConfig } from '../../jenkins-server/server-writes.ts';
import { parseJson } from '../../util/parse-json.ts';
import { configTree } from '../same.ts';
import type { ApplyContext } from './apply-context.ts';
import { readLive } from './live-config.ts';

/**
 * The job that is the lock: who makes it is alone (of several `createItem` of one name Jenkins takes one). It rests and does nothing.
 */
export const LOCK_JOB = 'bitesize-lock';

/** How long a lock counts without being renewed, in milliseconds of the server. Longer than any single request. */
const LEASE = 90_000;

/** It is renewed when less is left. A request that changes something ends within the rest. */
const RENEW_BELOW = 65_000;

/** How often one looks whether a lock is free. */
const PAUSE = 3_000;

/** Who takes over a lock waits so long for others who do the same; who was slower than a part of it does not count. */
const TAKE_OVER = 6_000;

/** How often something is tried whose answer is lost. */
const ATTEMPTS = 5;

/** Who has a lock. Times are milliseconds of the server since 1970. */
interface Holder {
  readonly id: string;
  readonly who: string;
  /** The process, as far as it can be looked for on this machine. */
  readonly process: string;
  readonly since: number;
  readonly until: number;
}

/** A lock that one has. */
export interface ServerLock {
  /**
   * Renews it when its time is almost over. Returns false when somebody else has it, which was reported: nothing may be sent
   * any more.
   */
  readonly hold: () => Promise<boolean>;
  /** Gives it back. */
  readonly release: () => Promise<void>;
}

/**
 * Returns the lock of a server, waited for as long as `timeout` says; undefined when somebody else has it or it cannot be made,
 * which is reported. One that has run out is taken over: whose name stands in it after a pause has it.
 */
export async function takeLock(context: ApplyContext, timeout: number): Promise<ServerLock | undefined> {
  return new Lock(context).take(timeout);
}

type Attempt =
  | { readonly kind: 'taken' }
  | { readonly kind: 'held'; readonly holder: Holder | undefined }
  | { readonly kind: 'failed'; readonly failure: ServerFailure; readonly reason?: string };

class Lock implements ServerLock {
  private readonly context: ApplyContext;
  private readonly id: string;
  private since = 0;
  private until = 0;
  private isLost = false;
  /** The lock that somebody else has, and since when it says the same, by the clock of this machine. */
  private watched: Pick<Holder, 'id' | 'until' | 'since'> | undefined;
  private renewing: Promise<boolean> | undefined;

  constructor(context: ApplyContext) {
    const { host, random } = context;
    this.context = context;
    this.id = host.sha256(`${host.process.id} ${host.now()} ${random()} ${random()}`).slice(0, 24);
  }

  async take(timeout: number): Promise<ServerLock | undefined> {
    const { host, client, report, random } = this.context;
    const begun = host.now();
    let failures = 0;
    for (;;) {
      const attempt = await this.attempt();
      if (attempt.kind === 'taken') return this;
      if (attempt.kind === 'failed') {
        const { failure, reason } = attempt;
        if (endsAll(failure) || reason !== undefined || ++failures >= ATTEMPTS) {
          this.fail(failure, reason);
          return undefined;
        }
      }
      if (this.context.isStopping()) return undefined;
      if (host.now() - begun >= timeout) {
        const holder = attempt.kind === 'held' ? attempt.holder : undefined;
        report(
          diagnose(
            'live/locked',
            {
              url: client.address.url,
              who: holder?.who ?? 'somebody',
              since: holder === undefined ? 'an unknown time' : timeText(holder.since),
            },
            undefined,
            {
              help: [
                'wait for its end, or wait longer with `--lock-timeout`',
                `if nobody works there, delete the job \`${LOCK_JOB}\` in Jenkins`,
              ],
            },
          ),
        );
        return undefined;
      }
      await host.wait(PAUSE * (0.75 + random() / 2));
    }
  }

  hold(): Promise<boolean> {
    if (this.isLost) return Promise.resolve(false);
    if (this.until - this.now() >= RENEW_BELOW) return Promise.resolve(true);
    // Several steps run at once.
    this.renewing ??= this.renew().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  async release(): Promise<void> {
    if (this.isLost) return;
    const { client } = this.context;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const read = await this.read();
      if (!read.ok || read.value?.id !== this.id) return;
      if ((await deleteAt(client, itemPath(LOCK_JOB))).kind !== 'unknown') return;
    }
  }

  /** Makes the lock, or takes over one that has run out. */
  private async attempt(): Promise<Attempt> {
    const { client } = this.context;
    // The time of the server is known once it has answered.
    const before = await this.read();
    if (!before.ok) return { kind: 'failed', failure: before.failure };
    if (before.isThere) {
      const { value: holder } = before;
      if (holder === undefined) return this.noLock();
      if (holder.id === this.id) return this.taken(holder);
      return this.isOver(holder) ? this.takeOver() : { kind: 'held', holder };
    }
    const made = await createItem(client, '', LOCK_JOB, this.text(this.now(), this.now() + LEASE));
    const after = await this.read();
    if (after.ok && after.isThere)
      return after.value?.id === this.id ? this.taken(after.value) : { kind: 'held', holder: after.value };
    if (!after.ok) return { kind: 'failed', failure: after.failure };
    if (made.kind === 'taken') return { kind: 'held', holder: undefined };
    return {
      kind: 'failed',
      failure: made.failure,
      ...(made.kind === 'refused' && made.reason !== undefined ? { reason: made.reason } : {}),
    };
  }

  /**
   * Whether a lock does not count any more: its process is gone, or it was not renewed in time. Who has it renews it within a lease,
   * so what has not changed for so long is over whatever it says: the clock of the server may have been set back.
   */
  private isOver(holder: Holder): boolean {
    const { host } = this.context;
    const { id, until } = holder;
    if (this.watched?.id !== id || this.watched.until !== until)
      this.watched = { id, until, since: host.now() };
    return (
      host.process.isRunning(holder.process) === false ||
      this.now() >= until ||
      host.now() - this.watched.since > LEASE
    );
  }

  /** A job of a person is not touched. */
  private noLock(): Attempt {
    const url = `${this.context.client.address.url}${itemPath(LOCK_JOB)}`;
    const reason = `a job \`${LOCK_JOB}\` is there that is no lock`;
    return { kind: 'failed', failure: { kind: 'bad-answer', url, reason }, reason };
  }

  /** The last one whose text was taken has it, as long as it was quick enough for all others to see that. */
  private async takeOver(): Promise<Attempt> {
    const { client, host } = this.context;
    const begun = host.now();
    const read = await this.read();
    if (!read.ok) return { kind: 'failed', failure: read.failure };
    const { value: holder } = read;
    if (holder === undefined) return { kind: 'held', holder };
    // Somebody else was quicker.
    if (!this.isOver(holder)) return { kind: 'held', holder };
    await replaceConfig(client, itemPath(LOCK_JOB), this.text(this.now(), this.now() + LEASE));
    const isSlow = host.now() - begun > TAKE_OVER / 2;
    await host.wait(TAKE_OVER);
    const after = await this.read();
    if (!after.ok) return { kind: 'failed', failure: after.failure };
    if (after.value?.id !== this.id) return { kind: 'held', holder: after.value };
    if (!isSlow) return this.taken(after.value);
    // Others may believe that they have it: they see in time that they do not.
    await host.wait(LEASE);
    return (await this.renew()) ? { kind: 'taken' } : { kind: 'held', holder: undefined };
  }

  private taken({ since, until }: Holder): Attempt {
    this.since = since;
    this.until = until;
    return { kind: 'taken' };
  }

  private async renew(): Promise<boolean> {
    const { client } = this.context;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const read = await this.read();
      if (read.ok && read.value?.id !== this.id) return this.lose(read.value?.who);
      if (read.ok) {
        const until = this.now() + LEASE;
        const written = await replaceConfig(client, itemPath(LOCK_JOB), this.text(this.since, until));
        const after = await this.read();
        if (after.ok && after.value?.id !== this.id) return this.lose(after.value?.who);
        if (after.ok && after.value?.until === until) {
          this.until = until;
          return true;
        }
        if (written.kind === 'refused') break;
      }
    }
    // What is left of its time may be enough; otherwise nobody may go on.
    return this.until - this.now() >= client.postPatience ? true : this.lose(undefined);
  }

  private lose(who: string | undefined): false {
    const { client, report } = this.context;
    if (!this.isLost)
      report(
        diagnose('live/lock-lost', { url: client.address.url, who: who ?? 'somebody' }, undefined, {
          help: 'run it again: what is done already is left alone',
        }),
      );
    this.isLost = true;
    return false;
  }

  private fail(failure: ServerFailure, reason: string | undefined): void {
    const { client, report } = this.context;
    if (endsAll(failure)) for (const finding of failureFindings(failure)) report(finding);
    else
      report(
        diagnose(
          'live/lock-unknown',
          { url: client.address.url, reason: reason ?? reasonOf(failure) },
          undefined,
          {
            help: `the lock is the job \`${LOCK_JOB}\`: its user needs Job/Create, Job/Configure and Job/Delete there`,
          },
        ),
      );
  }

  /** Milliseconds of the server. */
  private now(): number {
    return this.context.client.serverTime() ?? this.context.host.now();
  }

  private async read(): Promise<
    | { readonly ok: true; readonly isThere: boolean; readonly value: Holder | undefined }
    | { readonly ok: false; readonly failure: ServerFailure }
  > {
    const read = await readLive(this.context.client, 'job', LOCK_JOB);
    if (!read.ok) return read;
    return { ok: true, isThere: read.value !== undefined, value: holderIn(read.value ?? '') };
  }

  private text(since: number, until: number): string {
    const { client, host } = this.context;
    const who = client.user === undefined ? userName(undefined) : `user ${client.user}`;
    const holder: Holder = { id: this.id, who, process: host.process.id, since, until };
    return `<?xml version="1.1" encoding="UTF-8"?>\n${xmlText(
      named('project', [field('description', JSON.stringify(holder)), field('disabled', 'true')]),
    )}\n`;
  }
}

function holderIn(xml: string): Holder | undefined {
  const tree = configTree(xml);
  const description = tree && childNamed(tree, 'description');
  const data = description && parseJson(description.text);
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, who, process, since, until } = data as Readonly<Record<string, unknown>>;
  return typeof id === 'string' &&
    typeof who === 'string' &&
    typeof process === 'string' &&
    typeof since === 'number' &&
    typeof until === 'number'
    ? { id, who, process, since, until }
    : undefined;
}

function timeText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().replace(/\.\d+Z$/, 'Z');
}
