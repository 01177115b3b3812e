import type { ItemNode } from './node.ts';
import type { ParameterizedTrigger } from './parameterized-trigger.ts';
import type { Text, Valued } from './text.ts';
import type { Threshold } from './threshold.ts';

/** Something that is done after the build steps of a freestyle job. */
export type Publisher =
  | ArchiveArtifacts
  | ArchiveJunit
  | Downstream
  | DownstreamParameterized
  | Mailer
  | ExtendedEmail
  | Fingerprint
  | WsCleanup
  | PublishHtml;

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
}

/** Publishes test results in JUnit's format. */
export interface ArchiveJunit extends ItemNode {
  readonly kind: 'archive-junit';
  readonly results: Text;
  readonly allowEmptyResults?: Valued<boolean> | undefined;
}

/** Starts other jobs. */
export interface Downstream extends ItemNode {
  readonly kind: 'downstream';
  readonly jobs: readonly Text[];
  readonly threshold: Exclude<Threshold, 'ABORTED'>;
}

/** Starts other jobs with parameters. */
export interface DownstreamParameterized extends ItemNode {
  readonly kind: 'downstream-parameterized';
  readonly triggers: readonly ParameterizedTrigger[];
}

/** Sends mail when a build fails, and when it works again. */
export interface Mailer extends ItemNode {
  readonly kind: 'mailer';
  readonly recipients: readonly Text[];
  readonly dontNotifyEveryUnstableBuild?: Valued<boolean> | undefined;
  readonly sendToIndividuals?: Valued<boolean> | undefined;
}

/** Sends mail by the Email Extension plugin. */
export interface ExtendedEmail extends ItemNode {
  readonly kind: 'extended-email';
  readonly recipients: readonly Text[];
  readonly triggers: readonly EmailTrigger[];
}

/** When mail is sent, and to whom. */
export interface EmailTrigger extends ItemNode {
  readonly on: 'always' | 'failure' | 'success' | 'unstable' | 'fixed' | 'aborted';
  readonly to: readonly EmailRecipients[];
}

/** Groups of people who get mail. */
export type EmailRecipients = 'culprits' | 'developers' | 'recipientList' | 'requester';

/** Records fingerprints of files; pattern of Ant. */
export interface Fingerprint extends ItemNode {
  readonly kind: 'fingerprint';
  readonly targets: Text;
}

/** Removes the workspace after the build. */
export interface WsCleanup extends ItemNode {
  readonly kind: 'ws-cleanup';
}

/** Publishes folders of HTML. */
export interface PublishHtml extends ItemNode {
  readonly kind: 'publish-html';
  readonly reports: readonly HtmlReport[];
}

/** One folder of HTML. */
export interface HtmlReport extends ItemNode {
  readonly directory: Text;
  readonly name?: Text | undefined;
}
