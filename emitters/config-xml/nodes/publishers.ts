import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { Publisher } from '../../../compiler/ir/items/publishers.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, ifTrue, leaf } from '../element.ts';
import { extendedEmail } from './extended-email.ts';
import { publisherTrigger } from './parameterized-trigger.ts';
import { thresholdContent } from './threshold.ts';

const printers: ByKind<Publisher, XmlElement> = {
  'archive-artifacts': ({
    patterns,
    excludes = [],
    allowEmpty,
    defaultExcludes,
    fingerprint,
    onlyIfSuccessful,
  }) =>
    element('hudson.tasks.ArtifactArchiver', [
      leaf('artifacts', joinTexts(patterns, ',')),
      ...ifTrue('excludes', joinTexts(excludes, ',')),
      leaf('allowEmptyArchive', allowEmpty ?? false),
      leaf('defaultExcludes', defaultExcludes ?? true),
      leaf('fingerprint', fingerprint ?? false),
      leaf('onlyIfSuccessful', onlyIfSuccessful ?? false),
      leaf('followSymlinks', true),
      leaf('caseSensitive', true),
    ]),
  'archive-junit': ({ results, allowEmptyResults }) =>
    element('hudson.tasks.junit.JUnitResultArchiver', [
      leaf('testResults', results),
      leaf('keepLongStdio', false),
      element('testDataPublishers'),
      leaf('allowEmptyResults', allowEmptyResults ?? false),
      leaf('healthScaleFactor', '1.0'),
    ]),
  downstream: ({ jobs, threshold }) =>
    element('hudson.tasks.BuildTrigger', [
      leaf('childProjects', joinTexts(jobs, ', ')),
      element('threshold', thresholdContent(threshold)),
    ]),
  'downstream-parameterized': ({ triggers }) =>
    element('hudson.plugins.parameterizedtrigger.BuildTrigger', [
      element('configs', triggers.map(publisherTrigger)),
    ]),
  mailer: ({ recipients, dontNotifyEveryUnstableBuild, sendToIndividuals }) =>
    element('hudson.tasks.Mailer', [
      leaf('recipients', joinTexts(recipients, ' ')),
      leaf('dontNotifyEveryUnstableBuild', dontNotifyEveryUnstableBuild ?? false),
      leaf('sendToIndividuals', sendToIndividuals ?? false),
    ]),
  'extended-email': extendedEmail,
  fingerprint: ({ targets }) =>
    element('hudson.tasks.Fingerprinter', [leaf('targets', targets), leaf('recordBuildArtifacts', false)]),
  'ws-cleanup': () =>
    element('hudson.plugins.ws__cleanup.WsCleanup', [
      element('patterns'),
      leaf('deleteDirs', false),
      leaf('cleanWhenSuccess', true),
      leaf('cleanWhenUnstable', true),
      leaf('cleanWhenFailure', true),
      leaf('cleanWhenNotBuilt', true),
      leaf('cleanWhenAborted', true),
      leaf('notFailBuild', false),
      leaf('externalDelete', ''),
    ]),
  'publish-html': ({ reports }) =>
    element('htmlpublisher.HtmlPublisher', [
      element(
        'reportTargets',
        reports.map(({ origin, name, directory }) =>
          from(
            origin,
            element('htmlpublisher.HtmlPublisherTarget', [
              leaf('reportName', name ?? ''),
              leaf('reportDir', directory),
              leaf('reportFiles', 'index.html'),
              leaf('reportTitles', ''),
              leaf('keepAll', false),
              leaf('allowMissing', false),
              leaf('alwaysLinkToLastBuild', false),
            ]),
          ),
        ),
      ),
    ]),
};

/** Returns the elements inside `publishers`. */
export function publisherElements(publishers: readonly Publisher[] = []): XmlElement[] {
  return publishers.map((publisher) => from(publisher.origin, byKind(printers, publisher)));
}
