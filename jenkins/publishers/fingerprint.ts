import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Records fingerprints of files; pattern of Ant. */
export interface Fingerprint extends ItemNode {
  readonly kind: 'fingerprint';
  readonly targets: Text;
  /** These have no methods of Job DSL; without them, nothing is left out and Ant's own excludes hold. */
  readonly excludes?: Text | undefined;
  readonly defaultExcludes?: Valued<boolean> | undefined;
  readonly caseSensitive?: Valued<boolean> | undefined;
}

/** Records fingerprints of files. */
export const fingerprint: Thing<Fingerprint> = {
  kind: 'fingerprint',
  needs: 'core',
  xml: ({ targets, excludes, defaultExcludes, caseSensitive }) =>
    element('hudson.tasks.Fingerprinter', [
      leaf('targets', targets),
      ...optional('excludes', excludes),
      leaf('recordBuildArtifacts', false),
      saved(leaf('defaultExcludes', defaultExcludes ?? true)),
      saved(leaf('caseSensitive', caseSensitive ?? true)),
    ]),
  hasCalls: ({ excludes }) => excludes === undefined,
  dsl: ({ targets }, dsl) => dsl.call('fingerprint', targets),
};
