import type { Jenkins } from '../../schema/generated/located.ts';
import { absentSpec } from './check-spec.ts';
import type { Specs } from './specs.ts';

/** Returns the settings of a project: jenkins.bitesize, with the defaults of the schema where it is silent. */
export function settingsOf(specs: Specs): Jenkins {
  const settings = specs.jenkins?.jenkins ?? absentSpec('jenkins')?.jenkins;
  if (settings === undefined) throw new Error('the schema of jenkins.bitesize has no default for `jenkins`');
  return settings;
}
