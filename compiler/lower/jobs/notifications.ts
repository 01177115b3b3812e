import type { Mailer } from '../../../jenkins/publishers/mailer.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { JobScope } from './job-scope.ts';

/** A `notifications` map of a spec. */
type Notifications = Readonly<Record<string, Sourced<string>>>;

/** Who gets a mail, and what says so. */
export interface MailRecipients {
  readonly addresses: readonly Sourced<string>[];
  readonly origin: Origin;
}

/** Kinds of notification that are understood; the plugin kept the map and used it nowhere. */
const mailKinds = new Set(['mail', 'email', 'e-mail']);

/** Returns who gets a mail about a job by its own notifications and those of all jobs, or undefined for nobody. */
export function mailRecipients(scope: JobScope, own: Notifications = {}): MailRecipients | undefined {
  const addresses = [own, scope.settings.pipeline.notifications].flatMap(mailAddresses);
  const unique = [...new Map(addresses.map((address) => [address.value, address])).values()];
  if (unique.length === 0) return undefined;
  return { addresses: unique, origin: fromSeveral(unique.map(({ origin }) => origin)) };
}

/** Returns the publisher that sends mails about a freestyle job, in a list of one or none. */
export function mailers(scope: JobScope, own?: Notifications): readonly Mailer[] {
  const found = mailRecipients(scope, own);
  return found === undefined ? [] : [{ kind: 'mailer', recipients: found.addresses, origin: found.origin }];
}

/** Reports the kinds of notification that no job can send. */
export function checkNotifications(scope: JobScope, notifications: Notifications): void {
  for (const [kind, value] of Object.entries(notifications)) {
    if (mailKinds.has(kind.toLowerCase())) continue;
    scope.report(
      diagnose('job/notification', { kind }, spanOf(value.origin), {
        help: 'use `mail` with one or more addresses; for others, add the publisher with `job_xml` of jenkins.bitesize',
      }),
    );
  }
}

/** Reports that mail is to be sent and the settings name no server for it, at the first address. */
export function checkMailServer(scope: JobScope): void {
  const { components, applications, settings } = scope.project;
  if (settings.mail !== undefined) return;
  const [first] = [...components, ...applications.map(({ spec }) => spec), settings.pipeline].flatMap(
    ({ notifications }) => mailAddresses(notifications),
  );
  if (first === undefined) return;
  scope.report(
    diagnose('job/no-mail-server', { address: first.value }, spanOf(first.origin), {
      help: 'add the server to jenkins.bitesize: `mail: {host: ...}`',
    }),
  );
}

function mailAddresses(notifications: Notifications): Sourced<string>[] {
  return Object.entries(notifications)
    .filter(([kind]) => mailKinds.has(kind.toLowerCase()))
    .flatMap(([, value]) =>
      value.value
        .split(/[\s,;]+/)
        .filter((address) => address !== '')
        .map((address) => sourced(address, value.origin)),
    );
}
