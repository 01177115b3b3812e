import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LocatedObject } from '../../compiler/source/node.ts';
import type { GitBranchPush, GitNotePush, GitPublisher, GitTagPush } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

const PUBLISHER = 'hudson.plugins.git.GitPublisher';

/** Pushes to the repository after the build, by the Git plugin (`GitPublisher`, read 2026-08). */
export const gitPublisher: Thing<SpecNode<'git', GitPublisher>> = {
  kind: 'git',
  needs: elementsOf('git', 'jobs push to their repository', '4.1.0'),
  xml: ({ spec }) =>
    element(PUBLISHER, [
      leaf('configVersion', 2),
      leaf('pushMerge', spec.push_merge),
      leaf('pushOnlyIfSuccess', spec.push_only_if_success),
      leaf('forcePush', spec.force_push),
      ...pushes('tagsToPush', spec.tags, tagElement),
      ...pushes('branchesToPush', spec.branches, branchElement),
      ...pushes('notesToPush', spec.notes, noteElement),
    ]),
};

function pushes<Push extends LocatedObject>(
  name: string,
  specs: readonly Push[],
  make: (spec: Push) => XmlElement,
): XmlElement[] {
  return specs.length === 0 ? [] : [elementsOfSpecs(name, specs, make)];
}

function tagElement(tag: GitTagPush): XmlElement {
  return element(`${PUBLISHER}_-TagToPush`, [
    leaf('targetRepoName', tag.remote),
    leaf('tagName', tag.name),
    leaf('tagMessage', tag.message),
    leaf('createTag', tag.create_tag),
    leaf('updateTag', tag.update_tag),
  ]);
}

function branchElement(branch: GitBranchPush): XmlElement {
  return element(`${PUBLISHER}_-BranchToPush`, [
    leaf('targetRepoName', branch.remote),
    leaf('branchName', branch.name),
    leaf('rebaseBeforePush', branch.rebase),
  ]);
}

function noteElement(note: GitNotePush): XmlElement {
  return element(`${PUBLISHER}_-NoteToPush`, [
    leaf('targetRepoName', note.remote),
    leaf('noteMsg', note.message),
    leaf('noteNamespace', note.namespace),
    leaf('noteReplace', note.replace_note),
  ]);
}
