import type { Tree } from './tree.ts';
import { childNamed, field, named, textOf, withChild, without } from './tree-parts.ts';

const GIT = 'jenkins.plugins.git.traits';

/** Fields that became traits. */
const FIELDS = ['includes', 'excludes', 'ignoreOnPushNotifications', 'remoteName', 'gitTool'] as const;

/** What becomes traits as well, by rules of its own: a source with one of these stays as it is. */
const UNKNOWN = ['extensions', 'browser', 'rawRefSpecs'];

/**
 * Returns a source of branches by Git with traits instead of the fields of versions before 3.4. One without either finds
 * branches; one with an empty list of traits finds none.
 */
export function gitSourceForm(tree: Tree): Tree {
  if (childNamed(tree, 'traits') !== undefined) return tree;
  if (UNKNOWN.some((name) => (childNamed(tree, name)?.children.length ?? 0) > 0 || textOf(tree, name)))
    return tree;
  const [includes, excludes] = [textOf(tree, 'includes') ?? '*', textOf(tree, 'excludes') ?? ''];
  const [remote, tool] = [textOf(tree, 'remoteName') ?? '', textOf(tree, 'gitTool') ?? ''];
  const traits = [
    named(`${GIT}.BranchDiscoveryTrait`),
    ...(includes === '*' && excludes === ''
      ? []
      : [
          named('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait', [
            field('includes', includes),
            field('excludes', excludes),
          ]),
        ]),
    ...(remote.trim() === '' || remote === 'origin'
      ? []
      : [named(`${GIT}.RemoteNameSCMSourceTrait`, [field('remoteName', remote)])]),
    ...(tool.trim() === '' ? [] : [named(`${GIT}.GitToolSCMSourceTrait`, [field('gitTool', tool)])]),
    ...(textOf(tree, 'ignoreOnPushNotifications') === 'true'
      ? [named(`${GIT}.IgnoreOnPushNotificationTrait`)]
      : []),
  ];
  return withChild(without(tree, ...FIELDS, ...UNKNOWN), named('traits', traits));
}
