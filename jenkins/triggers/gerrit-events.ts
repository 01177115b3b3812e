import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LocatedObject } from '../../compiler/source/node.ts';
import type {
  ChangeMergedGerritEvent,
  CommentAddedContainsGerritEvent,
  CommentAddedGerritEvent,
  HashtagsChangedGerritEvent,
  PatchsetCreatedGerritEvent,
} from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** The package of the plugin's classes. */
export const GERRIT_PACKAGE = 'com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger';

const things = [
  event<'patchset-created', PatchsetCreatedGerritEvent>('patchset-created', 'PatchsetCreated', ({ spec }) => [
    leaf('excludeDrafts', spec.exclude_drafts),
    leaf('excludeTrivialRebase', spec.exclude_trivial_rebase),
    leaf('excludeNoCodeChange', spec.exclude_no_code_change),
    leaf('excludePrivateState', spec.exclude_private),
    leaf('excludeWipState', spec.exclude_wip),
    leaf('commitMessageContainsRegEx', spec.commit_message_contains_regex ?? ''),
    leaf('uploaderNameContainsRegEx', spec.uploader_name_contains_regex ?? ''),
  ]),
  event<'change-merged', ChangeMergedGerritEvent>('change-merged', 'ChangeMerged', ({ spec }) => [
    leaf('commitMessageContainsRegEx', spec.commit_message_contains_regex ?? ''),
  ]),
  event('change-abandoned', 'ChangeAbandoned'),
  event('change-restored', 'ChangeRestored'),
  event<'comment-added', CommentAddedGerritEvent>('comment-added', 'CommentAdded', ({ spec }) => [
    leaf('verdictCategory', spec.approval_category),
    leaf('commentAddedTriggerApprovalValue', spec.approval_value),
  ]),
  event<'comment-added-contains', CommentAddedContainsGerritEvent>(
    'comment-added-contains',
    'CommentAddedContains',
    ({ spec }) => [leaf('commentAddedCommentContains', spec.comment_contains_value)],
  ),
  event('draft-published', 'DraftPublished'),
  event('ref-updated', 'RefUpdated'),
  event('topic-changed', 'TopicChanged'),
  event<'hashtags-changed', HashtagsChangedGerritEvent>('hashtags-changed', 'HashtagsChanged', ({ spec }) => [
    leaf('hashtagChanged', spec.hashtag),
  ]),
  event('private-state-changed', 'PrivateStateChanged'),
  event('wip-state-changed', 'WipStateChanged'),
  event('rerun-check', 'RerunCheck'),
] as const;

/** An event of Gerrit that starts builds. */
export type GerritEvent = NodeOf<typeof things>;

/** All events of Gerrit, with the elements that the plugin saves (`PluginGerritEvent`, 3.1993, read 2026-11). */
export const gerritEvents = thingFamily(things);

function event<Kind extends string, Spec extends LocatedObject = LocatedObject>(
  kind: Kind,
  type: string,
  content: (node: SpecNode<Kind, Spec>) => readonly XmlElement[] = () => [],
): Thing<SpecNode<Kind, Spec>> {
  return {
    kind,
    needs: 'core',
    xml: (node) => element(`${GERRIT_PACKAGE}.events.Plugin${type}Event`, content(node)),
  };
}
