import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { archiveArtifacts } from './archive-artifacts.ts';
import { archiveJunit } from './archive-junit.ts';
import { downstream, downstreamParameterized } from './downstream.ts';
import { extendedEmail } from './extended-email.ts';
import { fingerprint } from './fingerprint.ts';
import { mailer } from './mailer.ts';
import { publishHtml } from './publish-html.ts';
import { recordCoverage } from './record-coverage.ts';
import { slackNotifier } from './slack-notifier.ts';
import { wsCleanup } from './ws-cleanup.ts';

const things = [
  archiveArtifacts,
  archiveJunit,
  downstream,
  downstreamParameterized,
  mailer,
  extendedEmail,
  fingerprint,
  wsCleanup,
  publishHtml,
  recordCoverage,
  slackNotifier,
] as const;

/** Something that is done after the build steps of a freestyle job. */
export type Publisher = NodeOf<typeof things>;

/** All publishers. */
export const publishers = thingFamily(things);
