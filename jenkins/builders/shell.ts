import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** A shell script. */
export interface ShellBuilder extends ItemNode {
  readonly kind: 'shell';
  readonly script: Text;
  /** The exit code that makes the build unstable. */
  readonly unstableReturn?: Valued<number> | undefined;
}

/** Runs a shell script. */
export const shellBuilder: Thing<ShellBuilder> = {
  kind: 'shell',
  needs: 'core',
  xml: ({ script, unstableReturn }) =>
    element('hudson.tasks.Shell', [
      leaf('command', script),
      saved(leaf('configuredLocalRules', '')),
      ...optional('unstableReturn', unstableReturn).map((child) => saved(child)),
    ]),
  dsl: ({ script }, dsl) => dsl.call('shell', script),
};
