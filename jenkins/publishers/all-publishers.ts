import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { archiveArtifacts } from './archive-artifacts.ts';
import { archiveJunit } from './archive-junit.ts';
import { mailer } from './mailer.ts';
import { otherPublishers } from './other-publishers.ts';
import { recordCoverage } from './record-coverage.ts';
import { slackNotifier } from './slack-notifier.ts';

const things = [archiveArtifacts, archiveJunit, mailer, recordCoverage, slackNotifier, xmlThing] as const;

/** Something that is done after the build steps of a freestyle job. */
export type Publisher = NodeOf<typeof things> | NodeOf<ReturnType<typeof otherPublishers>>;

/** All publishers. */
export const publishers = thingFamily(things, otherPublishers);
