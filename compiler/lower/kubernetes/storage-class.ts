import { diagnose } from '../../diagnostics/diagnose.ts';
import { fromDefault, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Scope } from './scope.ts';

/** The classes that the operator wrote; a kind that the settings do not list keeps its class. */
const defaultClasses: ReadonlyMap<string, Sourced<string>> = new Map([
  ['ebs', sourced('aws-ebs', fromDefault('jenkins.environments.storage_classes.ebs'))],
  ['efs', sourced('aws-efs', fromDefault('jenkins.environments.storage_classes.efs'))],
]);

/** Returns the storage class for a kind of volume in any case; reports a kind without one. */
export function storageClass(scope: Scope, type: Sourced<string>): Sourced<string> | undefined {
  const kind = type.value.toLowerCase();
  const settings = Object.entries(scope.project.settings.environments.storage_classes);
  const classes = new Map([
    ...defaultClasses,
    ...settings.map(([key, value]) => [key.toLowerCase(), value] as const),
  ]);
  const found = classes.get(kind);
  if (found !== undefined) return sourced(found.value, fromSeveral([type.origin, found.origin]));
  const known = ['secret', 'configmap', ...classes.keys()].map((name) => `\`${name}\``).join(', ');
  scope.report(
    diagnose('kubernetes/unknown-volume-type', { type: type.value }, spanOf(type.origin), {
      help: [`use one of ${known}`, 'or add the kind to `environments.storage_classes` of jenkins.bitesize'],
    }),
  );
  return undefined;
}
