import type { Mailer } from '../../../jenkins/publishers/mailer.ts';
import type { SlackNotifier } from '../../../jenkins/publishers/slack-notifier.ts';
import type { Slack } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../text/sourced.ts';
import type { JobScope } from './job-scope.ts';

/** A `notifications` map of a spec. */
type Notifications = Readonly<Record<string, Sourced<string>>>;

/** Who is told about a job: mail addresses and channels of Slack, at least one of them. */
export interface Recipients {
  readonly addresses: readonly Sourced<string>[];
  readonly channels: readonly Sourced<string>[];
  /** The workspace, where every message has to name it: on a shared controller no setting of Jenkins does. */
  readonly workspace?: Slack;
}

/** Kinds of notification that are understood; the plugin kept the map and used it nowhere. */
const mailKinds: ReadonlySet<string> = new Set(['mail', 'email', 'e-mail']);
const slackKinds: ReadonlySet<string> = new Set(['slack']);

/**
 * Returns who is told about a job by its own notifications and those of all jobs, or undefined for nobody. Nothing goes to
 * Slack without its settings, which is reported once.
 */
export function recipientsOf(scope: JobScope, own: Notifications = {}): Recipients | undefined {
  const maps = [own, scope.settings.pipeline.notifications];
  const addresses = distinct(maps.flatMap((map) => namesOf(map, mailKinds)));
  const channels =
    scope.settings.slack === undefined ? [] : distinct(maps.flatMap((map) => namesOf(map, slackKinds)));
  const workspace = channels.length === 0 ? undefined : namedWorkspace(scope);
  if (addresses.length + channels.length === 0) return undefined;
  return { addresses, channels, ...(workspace === undefined ? {} : { workspace }) };
}

function namedWorkspace({ project, settings }: JobScope): Slack | undefined {
  return project.hosting === undefined ? undefined : settings.slack;
}

/** Returns the publishers that tell people about a freestyle job: one for mail, and one for Slack. */
export function notifiers(scope: JobScope, own?: Notifications): readonly (Mailer | SlackNotifier)[] {
  const { addresses = [], channels = [], workspace } = recipientsOf(scope, own) ?? {};
  return [
    ...(addresses.length === 0
      ? []
      : [{ kind: 'mailer' as const, recipients: addresses, origin: originOf(addresses) }]),
    ...(channels.length === 0
      ? []
      : [{ kind: 'slack-notifier' as const, channels, workspace, origin: originOf(channels) }]),
  ];
}

function originOf(names: readonly Sourced<string>[]): Origin {
  return fromSeveral(names.map(({ origin }) => origin));
}

/** Reports the kinds of notification that no job can send. */
export function checkNotifications(scope: JobScope, notifications: Notifications): void {
  for (const [kind, value] of Object.entries(notifications)) {
    if (mailKinds.has(kind.toLowerCase()) || slackKinds.has(kind.toLowerCase())) continue;
    scope.report(
      diagnose('job/notification', { kind }, spanOf(value.origin), {
        help: 'use `mail` with one or more addresses, or `slack` with channels; for others, add the publisher with `job_xml` of jenkins.bitesize',
      }),
    );
  }
}

/** Reports that people are to be told by what the settings do not have: at the first address, at the first channel. */
export function checkMessengers(scope: JobScope): void {
  const { components, applications, settings } = scope.project;
  const maps = [...components, ...applications.map(({ spec }) => spec), settings.pipeline].map(
    ({ notifications }) => notifications,
  );
  const [address] = maps.flatMap((map) => namesOf(map, mailKinds));
  if (address !== undefined && settings.mail === undefined && !settings.$.fields.has('mail'))
    scope.report(
      diagnose('job/no-mail-server', { address: address.value }, spanOf(address.origin), {
        help: 'add the server to jenkins.bitesize: `mail: {host: ...}`',
      }),
    );
  const [channel] = maps.flatMap((map) => namesOf(map, slackKinds));
  if (channel !== undefined && settings.slack === undefined && !settings.$.fields.has('slack'))
    scope.report(
      diagnose('job/no-slack', { channel: channel.value }, spanOf(channel.origin), {
        help: 'add the workspace to jenkins.bitesize: `slack: {workspace: ..., credentials: ...}`',
      }),
    );
}

function namesOf(notifications: Notifications, kinds: ReadonlySet<string>): Sourced<string>[] {
  return Object.entries(notifications)
    .filter(([kind]) => kinds.has(kind.toLowerCase()))
    .flatMap(([, value]) =>
      value.value
        .split(/[\s,;]+/)
        .filter((name) => name !== '')
        .map((name) => sourced(name, value.origin)),
    );
}
