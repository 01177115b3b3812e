import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, type Text } from '../../compiler/text/traced-text.ts';
import { compareText } from '../../compiler/util/compare-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { savedFirst } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

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
  needs: use('Job', 'authorization', 'jobs have permissions of their own', '2.0'),
  xml: ({ permissions }) =>
    element('hudson.security.AuthorizationMatrixProperty', [
      savedFirst(
        typed('inheritanceStrategy', 'org.jenkinsci.plugins.matrixauth.inheritance.InheritParentStrategy'),
        'blocksInheritance',
      ),
      ...permissionElements(permissions),
    ]),
  dsl: ({ permissions }, dsl) =>
    dsl.block('authorization', () =>
      dsl.each(sorted(permissions), ({ permission, who }) => dsl.call('permission', permission, who)),
    ),
};

/** The engine keeps them in a set. */
function permissionElements(permissions: readonly Permission[]): XmlElement[] {
  const elements = new Map<string, XmlElement>();
  for (const one of sorted(permissions)) {
    const text = textOf(one);
    if (!elements.has(text)) elements.set(text, from(one.origin, leaf('permission', text)));
  }
  return [...elements.values()];
}

/** Returns them in the order in which Jenkins saves them. */
function sorted(permissions: readonly Permission[]): readonly Permission[] {
  return [...permissions].sort((a, b) => compareText(textOf(a), textOf(b)));
}

function textOf({ permission, who }: Permission): string {
  return `${plainText(permission)}:${plainText(who)}`;
}
