import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import { compareText } from '../../compiler/util/compare-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { savedFirst } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

/** Who may do what with the job. */
export interface AuthorizationProperty extends ItemNode {
  readonly kind: 'authorization';
  readonly permissions: readonly Permission[];
  /** Which other permissions hold; those of the folder and of Jenkins unless it is said. */
  readonly inheritance?: Valued<keyof typeof strategies> | undefined;
}

/** One permission, such as `hudson.model.Item.Read`, of one user or group. */
export interface Permission extends ItemNode {
  readonly permission: Text;
  readonly who: Text;
  /** What `who` names; either of them unless it is said, as it was before Matrix Authorization 3. */
  readonly type?: 'user' | 'group' | undefined;
}

/** Classes of `org.jenkinsci.plugins.matrixauth.inheritance`. */
const strategies = {
  parent: 'InheritParentStrategy',
  global: 'InheritGlobalStrategy',
  none: 'NonInheritingStrategy',
} as const;

const typedNames = elementsOf('matrix-auth', 'jobs have permissions of users and groups', '3.0');

/** Permissions of the job's own, by the Matrix Authorization plugin. */
export const authorization: Thing<AuthorizationProperty> = {
  kind: 'authorization',
  needs: use('Job', 'authorization', 'jobs have permissions of their own', '2.0'),
  xml: ({ permissions, inheritance }) =>
    element('hudson.security.AuthorizationMatrixProperty', [
      savedFirst(
        typed(
          'inheritanceStrategy',
          `org.jenkinsci.plugins.matrixauth.inheritance.${strategies[plainValue(inheritance ?? 'parent')]}`,
        ),
        'blocksInheritance',
      ),
      ...permissionElements(permissions),
    ]),
  hasCalls: ({ permissions }) =>
    permissions.every(({ type }) => type === undefined) && permissions.length > 0,
  inside: ({ permissions }, needs) => {
    for (const { type, origin } of permissions) if (type !== undefined) needs.use(typedNames, origin);
  },
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

/** Returns them in the order in which Jenkins saves them: by permission, groups before users. */
function sorted(permissions: readonly Permission[]): readonly Permission[] {
  return [...permissions].sort((a, b) => compareText(orderOf(a), orderOf(b)));
}

function orderOf({ permission, who, type }: Permission): string {
  return `${plainText(permission)}:${type ?? ''}:${plainText(who)}`;
}

function textOf({ permission, who, type }: Permission): string {
  const prefix = type === undefined ? '' : `${type.toUpperCase()}:`;
  return `${prefix}${plainText(permission)}:${plainText(who)}`;
}
