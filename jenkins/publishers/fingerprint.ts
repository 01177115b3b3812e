import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Records fingerprints of files; pattern of Ant. */
export interface Fingerprint extends ItemNode {
  readonly kind: 'fingerprint';
  readonly targets: Text;
}

/** Records fingerprints of files. */
export const fingerprint: Thing<Fingerprint> = {
  kind: 'fingerprint',
  needs: 'core',
  xml: ({ targets }) =>
    element('hudson.tasks.Fingerprinter', [
      leaf('targets', targets),
      leaf('recordBuildArtifacts', false),
      saved(leaf('defaultExcludes', true)),
      saved(leaf('caseSensitive', true)),
    ]),
  dsl: ({ targets }, dsl) => dsl.call('fingerprint', targets),
};
