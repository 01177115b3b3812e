import type { SpecKind } from '../source/spec-kind.ts';

/** A spec that was not read as it is meant, or of jobs.bitesize the names that others look after. */
export type UnreadPart = SpecKind | 'external';
