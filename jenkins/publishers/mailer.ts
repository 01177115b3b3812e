import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { PUBLISHERS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Sends mail when a build fails, and when it works again. */
export interface Mailer extends ItemNode {
  readonly kind: 'mailer';
  readonly recipients: readonly Text[];
  readonly dontNotifyEveryUnstableBuild?: Valued<boolean> | undefined;
  readonly sendToIndividuals?: Valued<boolean> | undefined;
}

/** Sends mail by the Mailer plugin. */
export const mailer: Thing<Mailer> = {
  kind: 'mailer',
  needs: use(PUBLISHERS, 'mailer', 'jobs send mail'),
  xml: ({ recipients, dontNotifyEveryUnstableBuild, sendToIndividuals }) =>
    element('hudson.tasks.Mailer', [
      leaf('recipients', joinTexts(recipients, ' ')),
      leaf('dontNotifyEveryUnstableBuild', dontNotifyEveryUnstableBuild ?? false),
      leaf('sendToIndividuals', sendToIndividuals ?? false),
    ]),
  dsl: ({ recipients, dontNotifyEveryUnstableBuild, sendToIndividuals }, dsl) =>
    dsl.call(
      'mailer',
      joinTexts(recipients, ' '),
      dontNotifyEveryUnstableBuild ?? false,
      sendToIndividuals ?? false,
    ),
};
