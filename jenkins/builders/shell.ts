import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** A shell script. */
export interface ShellBuilder extends ItemNode {
  readonly kind: 'shell';
  readonly script: Text;
}

/** Runs a shell script. */
export const shellBuilder: Thing<ShellBuilder> = {
  kind: 'shell',
  needs: 'core',
  xml: ({ script }) =>
    element('hudson.tasks.Shell', [leaf('command', script), saved(leaf('configuredLocalRules', ''))]),
  dsl: ({ script }, dsl) => dsl.call('shell', script),
};
