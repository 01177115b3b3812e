import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';

/** Calls web hooks. */
export interface NotificationsProperty extends ItemNode {
  readonly kind: 'notifications';
  readonly endpoints: readonly NotificationEndpoint[];
}

/** One web hook. */
export interface NotificationEndpoint extends ItemNode {
  readonly url: Text;
  readonly event?: 'all' | 'started' | 'completed' | 'finalized' | undefined;
  /** In milliseconds. */
  readonly timeout?: Valued<number> | undefined;
}

/** Calls web hooks, by the Notification plugin. */
export const notifications: Thing<NotificationsProperty> = {
  kind: 'notifications',
  needs: use('Job', 'notifications', 'jobs call webhooks'),
  xml: ({ endpoints }) =>
    element('com.tikal.hudson.plugins.notification.HudsonNotificationProperty', [
      element('endpoints', endpoints.map(endpointElement)),
    ]),
  dsl: ({ endpoints }, dsl) =>
    dsl.block('notifications', () =>
      dsl.each(endpoints, ({ url, event, timeout }) =>
        dsl.block(
          'endpoint',
          () => {
            dsl.given('event', event);
            dsl.given('timeout', timeout);
          },
          url,
        ),
      ),
    ),
};

function endpointElement({ origin, url, event = 'all', timeout }: NotificationEndpoint): XmlElement {
  return from(
    origin,
    element('com.tikal.hudson.plugins.notification.Endpoint', [
      leaf('url', url),
      leaf('protocol', 'HTTP'),
      leaf('format', 'JSON'),
      leaf('event', event),
      leaf('timeout', timeout ?? 30_000),
      leaf('loglines', 0),
    ]),
  );
}
