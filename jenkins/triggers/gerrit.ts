import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { GERRIT_PACKAGE } from './gerrit-events.ts';
import { type GerritParts, type GerritSpecNode, specParts } from './gerrit-spec.ts';

/** Builds for changes of one branch of a project on Gerrit. */
export interface GerritTrigger extends ItemNode {
  readonly kind: 'gerrit';
  /** Name of a server of the plugin; `__ANY__` for all of them. */
  readonly server: Text;
  readonly project: Text;
  /** Without `refs/heads/`. */
  readonly branch: Text;
  /** Ant patterns of the files, one of which a change must touch; all changes when empty. */
  readonly files: readonly Text[];
  readonly on: GerritEvents;
}

/** What starts builds: changes that wait for a review, which get votes, or any update of the branch. */
export type GerritEvents =
  | { readonly kind: 'review'; readonly comment: Valued<string> }
  | { readonly kind: 'updated' };

/**
 * Builds for changes on Gerrit, with the elements that the plugin saves (`GerritTrigger`, 3.1993, read 2026-11). The
 * method `gerrit` of Job DSL prints those of older versions, and knows neither servers nor files.
 */
export const gerrit: Thing<GerritTrigger | GerritSpecNode> = {
  kind: 'gerrit',
  needs: elementsOf(
    'gerrit-trigger',
    'Gerrit starts jobs by its stream of events',
    '3.1993.vdb_00c7b_551a_5',
  ),
  xml: (node) => {
    const parts = 'spec' in node ? specParts(node) : branchParts(node);
    const { settings } = parts;
    return element(`${GERRIT_PACKAGE}.GerritTrigger`, [
      leaf('spec', ''),
      element('gerritProjects', parts.projects),
      element(
        'skipVote',
        ['onSuccessful', 'onFailed', 'onUnstable', 'onNotBuilt', 'onAborted'].map((name) =>
          leaf(name, parts.skippedVotes[name] ?? false),
        ),
      ),
      ...(parts.votes ?? []),
      leaf('silentMode', parts.silent),
      ...(parts.topicAssociation ?? []),
      leaf('topicAbort', false),
      leaf('notificationLevel', settings.notificationLevel ?? ''),
      leaf('silentStartMode', settings.silentStartMode ?? false),
      leaf('escapeQuotes', settings.escapeQuotes ?? true),
      ...(parts.cancellation ?? []),
      leaf('nameAndEmailParameterMode', settings.nameAndEmailParameterMode ?? 'PLAIN'),
      leaf('dependencyJobsNames', settings.dependencyJobsNames ?? ''),
      leaf('commitMessageParameterMode', settings.commitMessageParameterMode ?? 'BASE64'),
      leaf('changeSubjectParameterMode', settings.changeSubjectParameterMode ?? 'PLAIN'),
      leaf('commentTextParameterMode', settings.commentTextParameterMode ?? 'BASE64'),
      ...['Start', 'Failure', 'Successful', 'Unstable', 'NotBuilt', 'Aborted'].map((name) =>
        leaf(`build${name}Message`, settings[`build${name}Message`] ?? ''),
      ),
      leaf('buildUnsuccessfulFilepath', settings.buildUnsuccessfulFilepath ?? ''),
      ...(settings.customUrl === undefined ? [] : [leaf('customUrl', settings.customUrl)]),
      leaf('serverName', parts.server),
      element('triggerOnEvents', parts.events),
      leaf('dynamicTriggerConfiguration', settings.triggerConfigURL !== undefined),
      leaf('triggerConfigURL', settings.triggerConfigURL ?? ''),
      element('triggerInformationAction'),
    ]);
  },
};

/** Returns what is said of a trigger for one branch. */
function branchParts({ server, project, branch, files, on }: GerritTrigger): GerritParts {
  const silent = on.kind !== 'review';
  return {
    server,
    projects: [
      element(`${GERRIT_PACKAGE}.data.GerritProject`, [
        ...compared('PLAIN', project),
        element('branches', [element(`${GERRIT_PACKAGE}.data.Branch`, compared('PLAIN', branch))]),
        ...(files.length === 0
          ? []
          : [
              element(
                'filePaths',
                files.map((file) => element(`${GERRIT_PACKAGE}.data.FilePath`, compared('ANT', file))),
              ),
            ]),
        leaf('disableStrictForbiddenFileVerification', false),
      ]),
    ],
    events: eventElements(on),
    silent,
    skippedVotes: {
      onSuccessful: silent,
      onFailed: silent,
      onUnstable: silent,
      onNotBuilt: silent,
      onAborted: silent,
    },
    settings: {},
  };
}

function compared(how: 'PLAIN' | 'ANT', pattern: Text): XmlElement[] {
  return [leaf('compareType', how), leaf('pattern', pattern)];
}

function eventElements(on: GerritEvents): XmlElement[] {
  const event = (name: string, content: readonly XmlElement[] = []) =>
    element(`${GERRIT_PACKAGE}.events.Plugin${name}Event`, content);
  switch (on.kind) {
    case 'review':
      return [
        event('PatchsetCreated', [
          leaf('excludeDrafts', false),
          leaf('excludeTrivialRebase', false),
          leaf('excludeNoCodeChange', false),
          leaf('excludePrivateState', false),
          leaf('excludeWipState', false),
          leaf('commitMessageContainsRegEx', ''),
          leaf('uploaderNameContainsRegEx', ''),
        ]),
        event('CommentAddedContains', [leaf('commentAddedCommentContains', on.comment)]),
      ];
    case 'updated':
      return [event('RefUpdated')];
  }
}
