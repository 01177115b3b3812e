import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type {
  GerritFile,
  GerritName,
  GerritProject,
  GerritTrigger,
  GerritVotes,
} from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { element, from, type LeafValue, leaf, optional } from '../shared/xml.ts';
import { GERRIT_PACKAGE, type GerritEvent, gerritEvents } from './gerrit-events.ts';

/** What a spec says of a trigger. */
export interface GerritSpecNode extends ItemNode {
  readonly kind: 'gerrit';
  readonly spec: GerritTrigger;
  readonly events: readonly GerritEvent[];
}

/** What differs between triggers of Gerrit; what is absent has the plugin's default. */
export interface GerritParts {
  readonly server: Text;
  readonly projects: readonly XmlElement[];
  readonly events: readonly XmlElement[];
  readonly silent: Valued<boolean>;
  /** By the fields of `SkipVote`. */
  readonly skippedVotes: Readonly<Record<string, Valued<boolean>>>;
  readonly votes?: readonly XmlElement[];
  readonly topicAssociation?: readonly XmlElement[];
  readonly cancellation?: readonly XmlElement[];
  /** By the fields of `GerritTrigger`. */
  readonly settings: Readonly<Record<string, LeafValue | undefined>>;
}

/** Returns what a spec says of a trigger, with the elements that the plugin saves (3.1993, read 2026-11). */
export function specParts({ spec, events }: GerritSpecNode): GerritParts {
  const { skip_vote: skipped, topic_association: topic, build_cancellation_policy: policy } = spec;
  return {
    server: spec.server_name,
    projects: spec.projects.map(projectElement),
    events: gerritEvents.plain(events),
    silent: spec.silent,
    skippedVotes: {
      onSuccessful: skipped.successful,
      onFailed: skipped.failed,
      onUnstable: skipped.unstable,
      onNotBuilt: skipped.notbuilt,
      onAborted: skipped.aborted,
    },
    votes: voteElements(spec),
    topicAssociation:
      topic === undefined
        ? []
        : [
            element('topicAssociation', [
              leaf('ignoreNewChangeStatus', topic.ignore_new),
              leaf('ignoreMergedChangeStatus', topic.ignore_merged),
              leaf('ignoreAbandonedChangeStatus', topic.ignore_abandoned),
            ]),
          ],
    cancellation:
      policy === undefined
        ? []
        : [
            element('buildCancellationPolicy', [
              leaf('enabled', true),
              leaf('abortNewPatchsets', policy.abort_new_patchsets),
              leaf('abortManualPatchsets', policy.abort_manual_patchsets),
              leaf('abortSameTopic', policy.abort_same_topic),
              leaf('abortAbandonedPatchsets', policy.abort_abandoned_patchsets),
            ]),
          ],
    settings: settingsOf(spec),
  };
}

function settingsOf(spec: GerritTrigger): GerritParts['settings'] {
  return {
    notificationLevel:
      spec.notification_level.value === 'SERVER_DEFAULT' ? undefined : spec.notification_level,
    silentStartMode: spec.silent_start,
    escapeQuotes: spec.escape_quotes,
    nameAndEmailParameterMode: spec.name_and_email_parameter_mode,
    dependencyJobsNames: joinTexts(spec.dependency_jobs, ', '),
    commitMessageParameterMode: spec.commit_message_parameter_mode,
    changeSubjectParameterMode: spec.change_subject_parameter_mode,
    commentTextParameterMode: spec.comment_text_parameter_mode,
    buildStartMessage: spec.start_message,
    buildFailureMessage: spec.failure_message,
    buildSuccessfulMessage: spec.successful_message,
    buildUnstableMessage: spec.unstable_message,
    buildNotBuiltMessage: spec.notbuilt_message,
    buildAbortedMessage: spec.aborted_message,
    buildUnsuccessfulFilepath: spec.failure_message_file,
    customUrl: spec.custom_url,
    triggerConfigURL: spec.dynamic_trigger_url,
  };
}

function projectElement(project: GerritProject): XmlElement {
  return from(
    project.$.origin,
    element(`${GERRIT_PACKAGE}.data.GerritProject`, [
      ...compared(project),
      element('branches', patterns('Branch', project.branches)),
      ...given('filePaths', patterns('FilePath', project.file_paths)),
      ...given('topics', patterns('Topic', project.topics)),
      ...given('hashtags', patterns('Hashtag', project.hashtags)),
      ...given('forbiddenFilePaths', patterns('FilePath', project.forbidden_file_paths)),
      leaf('disableStrictForbiddenFileVerification', project.disable_strict_forbidden_file_verification),
    ]),
  );
}

function given(name: string, content: readonly XmlElement[]): XmlElement[] {
  return content.length === 0 ? [] : [element(name, content)];
}

function patterns(type: string, all: readonly (GerritName | GerritFile)[]): XmlElement[] {
  return all.map((each) => element(`${GERRIT_PACKAGE}.data.${type}`, compared(each)));
}

function compared({ compare_type: type, pattern }: GerritName | GerritFile | GerritProject): XmlElement[] {
  return [leaf('compareType', type), leaf('pattern', pattern)];
}

/** The votes of the two labels, in the order of the plugin's fields: both of one result stand together. */
function voteElements({ verified, code_review: review }: GerritTrigger): XmlElement[] {
  const results: readonly (readonly [string, Exclude<keyof GerritVotes, '$'>])[] = [
    ['Started', 'started'],
    ['Successful', 'successful'],
    ['Failed', 'failed'],
    ['Unstable', 'unstable'],
    ['NotBuilt', 'notbuilt'],
    ['Aborted', 'aborted'],
  ];
  return results.flatMap(([name, field]) => [
    ...optional(`gerritBuild${name}VerifiedValue`, verified?.[field]),
    ...optional(`gerritBuild${name}CodeReviewValue`, review?.[field]),
  ]);
}
