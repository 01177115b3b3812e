import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';

/** Who may do what with the job. */
export interface AuthorizationProperty extends ItemNode {
  readonly kind: 'authorization';
  readonly permissions: readonly Permission[];
}

/** One permission, such as `hudson.model.Item.Read`, of one user or group. */
export interface Permission extends ItemNode {
  readonly permission: Text;
  readonly who: Text;
}

/** Permissions of the job's own, by the Matrix Authorization plugin. */
export const authorization: Thing<AuthorizationProperty> = {
  kind: 'authorization',
  needs: use('Job', 'authorization', 'jobs have permissions of their own'),
  xml: ({ permissions }) =>
    element('hudson.security.AuthorizationMatrixProperty', [
      leaf('blocksInheritance', false),
      ...permissionElements(permissions),
    ]),
  dsl: ({ permissions }, dsl) =>
    dsl.block('authorization', () =>
      dsl.each(permissions, ({ permission, who }) => dsl.call('permission', permission, who)),
    ),
};

/** The engine keeps them in a set. */
function permissionElements(permissions: readonly Permission[]): XmlElement[] {
  const elements = new Map<string, XmlElement>();
  for (const { origin, permission, who } of permissions) {
    const text = `${plainText(permission)}:${plainText(who)}`;
    if (!elements.has(text)) elements.set(text, from(origin, leaf('permission', text)));
  }
  return [...elements.values()];
}
