import type { GitExtension } from '../../../compiler/ir/items/git-extensions.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, ifTrue, leaf, optional } from '../element.ts';

const PACKAGE = 'hudson.plugins.git.extensions.impl';

const simple = (name: string) => (): XmlElement => element(`${PACKAGE}.${name}`);

const printers: ByKind<GitExtension, XmlElement> = {
  'clean-after-checkout': simple('CleanCheckout'),
  'clean-before-checkout': simple('CleanBeforeCheckout'),
  'disable-remote-poll': simple('DisableRemotePoll'),
  'ignore-notify-commit': simple('IgnoreNotifyCommit'),
  'per-build-tag': simple('PerBuildTag'),
  'prune-branches': simple('PruneStaleBranch'),
  'wipe-out-workspace': simple('WipeWorkspace'),
  'relative-target-directory': ({ directory }) =>
    element(`${PACKAGE}.RelativeTargetDirectory`, [leaf('relativeTargetDir', directory)]),
  'local-branch': ({ branch }) => element(`${PACKAGE}.LocalBranch`, ifTrue('localBranch', branch)),
  'clone-options': ({ shallow, noTags, reference, timeout, honorRefspec, depth }) =>
    element(`${PACKAGE}.CloneOption`, [
      leaf('shallow', shallow ?? false),
      leaf('noTags', noTags ?? false),
      leaf('reference', reference ?? ''),
      ...optional('timeout', timeout),
      leaf('honorRefspec', honorRefspec ?? false),
      leaf('depth', depth ?? 0),
    ]),
  'submodule-options': ({ disable, recursive, tracking, reference, timeout, parentCredentials }) =>
    element(`${PACKAGE}.SubmoduleOption`, [
      leaf('disableSubmodules', disable ?? false),
      leaf('recursiveSubmodules', recursive ?? false),
      leaf('trackingSubmodules', tracking ?? false),
      leaf('reference', reference ?? ''),
      ...optional('timeout', timeout),
      leaf('parentCredentials', parentCredentials ?? false),
    ]),
  'merge-options': ({ remote, branch }) =>
    element(`${PACKAGE}.PreBuildMerge`, [
      element('options', [
        leaf('mergeRemote', remote),
        leaf('mergeTarget', branch),
        leaf('mergeStrategy', 'default'),
        leaf('fastForwardMode', 'FF'),
      ]),
    ]),
};

/** Returns the elements inside `extensions` of a git checkout. */
export function gitExtensionElements(extensions: readonly GitExtension[] = []): XmlElement[] {
  return extensions.map((extension) => from(extension.origin, byKind(printers, extension)));
}
