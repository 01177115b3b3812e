import type { LogRotation } from '../../../jenkins/shared/log-rotation.ts';
import type { Jenkins } from '../../../schema/generated/located.ts';

/** Returns how many builds of a job are kept, or undefined where the settings say nothing: then all are. */
export function logRotation({ pipeline: { keep_builds: keep } }: Jenkins): LogRotation | undefined {
  return keep === undefined ? undefined : { numToKeep: keep, origin: keep.origin };
}
