import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

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

const PACKAGE = 'com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger';

/**
 * Builds for changes on Gerrit, with the elements that the plugin saves (`GerritTrigger`, 3.1993, read 2026-11). The
 * method `gerrit` of Job DSL prints those of older versions, and knows neither servers nor files.
 */
export const gerrit: Thing<GerritTrigger> = {
  kind: 'gerrit',
  needs: elementsOf(
    'gerrit-trigger',
    'Gerrit starts jobs by its stream of events',
    '3.1993.vdb_00c7b_551a_5',
  ),
  xml: ({ server, project, branch, files, on }) => {
    const silent = on.kind !== 'review';
    return element(`${PACKAGE}.GerritTrigger`, [
      leaf('spec', ''),
      element('gerritProjects', [
        element(`${PACKAGE}.data.GerritProject`, [
          ...compared('PLAIN', project),
          element('branches', [element(`${PACKAGE}.data.Branch`, compared('PLAIN', branch))]),
          ...(files.length === 0
            ? []
            : [
                element(
                  'filePaths',
                  files.map((file) => element(`${PACKAGE}.data.FilePath`, compared('ANT', file))),
                ),
              ]),
          leaf('disableStrictForbiddenFileVerification', false),
        ]),
      ]),
      element(
        'skipVote',
        ['onSuccessful', 'onFailed', 'onUnstable', 'onNotBuilt', 'onAborted'].map((name) =>
          leaf(name, silent),
        ),
      ),
      leaf('silentMode', silent),
      leaf('topicAbort', false),
      leaf('notificationLevel', ''),
      leaf('silentStartMode', false),
      leaf('escapeQuotes', true),
      leaf('nameAndEmailParameterMode', 'PLAIN'),
      leaf('dependencyJobsNames', ''),
      leaf('commitMessageParameterMode', 'BASE64'),
      leaf('changeSubjectParameterMode', 'PLAIN'),
      leaf('commentTextParameterMode', 'BASE64'),
      ...['Start', 'Failure', 'Successful', 'Unstable', 'NotBuilt', 'Aborted'].map((name) =>
        leaf(`build${name}Message`, ''),
      ),
      leaf('buildUnsuccessfulFilepath', ''),
      leaf('serverName', server),
      element('triggerOnEvents', eventElements(on)),
      leaf('dynamicTriggerConfiguration', false),
      leaf('triggerConfigURL', ''),
      element('triggerInformationAction'),
    ]);
  },
};

function compared(how: 'PLAIN' | 'ANT', pattern: Text): XmlElement[] {
  return [leaf('compareType', how), leaf('pattern', pattern)];
}

function eventElements(on: GerritEvents): XmlElement[] {
  const event = (name: string, content: readonly XmlElement[] = []) =>
    element(`${PACKAGE}.events.Plugin${name}Event`, content);
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
