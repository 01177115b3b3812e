import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { folderScan } from './folder-scan.ts';
import { gitlabPush } from './gitlab.ts';
import { otherTriggers } from './other-triggers.ts';
import { bitbucketPush, githubPush } from './pushes.ts';
import { cron, scmPoll } from './schedules.ts';
import { upstream } from './upstream.ts';

const things = [
  scmPoll,
  cron,
  upstream,
  githubPush,
  bitbucketPush,
  gitlabPush,
  folderScan,
  xmlThing,
] as const;

/** What starts a job. */
export type Trigger = NodeOf<typeof things> | NodeOf<ReturnType<typeof otherTriggers>>;

/** All triggers. */
export const triggers = thingFamily(things, otherTriggers);
