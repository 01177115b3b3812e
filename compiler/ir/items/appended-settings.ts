import type { AppendedSetting, FreestyleJob } from './freestyle.ts';

/** The order in which both emitters make the settings that the engine appends. */
const ORDER: readonly AppendedSetting[] = [
  'displayName',
  'label',
  'logRotation',
  'quietPeriod',
  'customWorkspace',
  'scm',
  'authenticationToken',
  'jdk',
  'checkoutRetryCount',
];

/** Returns the appended settings that a job has, in the order in which they are made. */
export function appendedSettings(job: FreestyleJob): readonly AppendedSetting[] {
  const order = job.first === undefined ? ORDER : [...new Set([...job.first, ...ORDER])];
  return order.filter((setting) => job[setting] !== undefined);
}
