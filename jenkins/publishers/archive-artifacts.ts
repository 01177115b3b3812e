import { joinTexts, plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, ifTrue, leaf } from '../shared/xml.ts';

/** Keeps files of the workspace; patterns of Ant, at least one. */
export interface ArchiveArtifacts extends ItemNode {
  readonly kind: 'archive-artifacts';
  readonly patterns: readonly Text[];
  readonly excludes?: readonly Text[] | undefined;
  readonly allowEmpty?: Valued<boolean> | undefined;
  readonly onlyIfSuccessful?: Valued<boolean> | undefined;
  readonly fingerprint?: Valued<boolean> | undefined;
  /** The engine's own default is true. */
  readonly defaultExcludes?: Valued<boolean> | undefined;
  /** Neither has a method of Job DSL, which prints true. */
  readonly followSymlinks?: Valued<boolean> | undefined;
  readonly caseSensitive?: Valued<boolean> | undefined;
}

/** Keeps files of the workspace with the build. */
export const archiveArtifacts: Thing<ArchiveArtifacts> = {
  kind: 'archive-artifacts',
  needs: 'core',
  xml: ({ patterns, excludes = [], ...publisher }) =>
    element('hudson.tasks.ArtifactArchiver', [
      leaf('artifacts', joinTexts(patterns, ',')),
      ...ifTrue('excludes', joinTexts(excludes, ',')),
      leaf('allowEmptyArchive', publisher.allowEmpty ?? false),
      leaf('defaultExcludes', publisher.defaultExcludes ?? true),
      leaf('fingerprint', publisher.fingerprint ?? false),
      leaf('onlyIfSuccessful', publisher.onlyIfSuccessful ?? false),
      leaf('followSymlinks', publisher.followSymlinks ?? true),
      leaf('caseSensitive', publisher.caseSensitive ?? true),
    ]),
  hasCalls: ({ followSymlinks = true, caseSensitive = true }) =>
    plainValue(followSymlinks) && plainValue(caseSensitive),
  dsl: ({ patterns, excludes, ...publisher }, dsl) =>
    dsl.block('archiveArtifacts', () => {
      for (const pattern of patterns) dsl.call('pattern', pattern);
      dsl.given('exclude', excludes && joinTexts(excludes, ','));
      dsl.given('allowEmpty', publisher.allowEmpty);
      dsl.given('onlyIfSuccessful', publisher.onlyIfSuccessful);
      dsl.given('fingerprint', publisher.fingerprint);
      dsl.given('defaultExcludes', publisher.defaultExcludes);
    }),
};
