import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { git } from './git.ts';

const things = [git] as const;

/** Where a job gets its sources. */
export type Scm = NodeOf<typeof things>;

/** All checkouts. */
export const scms = thingFamily(things);
