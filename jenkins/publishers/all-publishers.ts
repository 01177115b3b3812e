import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { archiveArtifacts } from './archive-artifacts.ts';
import { archiveJunit } from './archive-junit.ts';
import { claimBuild } from './claim-build.ts';
import { cobertura } from './cobertura.ts';
import { descriptionSetter } from './description-setter.ts';
import { downstream, downstreamParameterized } from './downstream.ts';
import { extendedEmail } from './extended-email.ts';
import { fingerprint } from './fingerprint.ts';
import { gitPublisher } from './git-publisher.ts';
import { githubCommitStatus } from './github-commit-status.ts';
import { gitlabMessage, gitlabNotifier, gitlabVote } from './gitlab-publishers.ts';
import { groovyPostbuild } from './groovy-postbuild.ts';
import { ircbot } from './ircbot.ts';
import { jacoco } from './jacoco.ts';
import { joinTrigger } from './join-trigger.ts';
import { mailer } from './mailer.ts';
import { naginator } from './naginator.ts';
import { plot } from './plot.ts';
import { postTasks } from './post-tasks.ts';
import { postbuildscript } from './postbuildscript.ts';
import { publishHtml } from './publish-html.ts';
import { publishOverSsh } from './publish-over-ssh.ts';
import { recordCoverage } from './record-coverage.ts';
import { robot } from './robot.ts';
import { slackNotifier } from './slack-notifier.ts';
import { tap } from './tap.ts';
import { textFinder } from './text-finder.ts';
import { warnings } from './warnings.ts';
import { wsCleanup } from './ws-cleanup.ts';
import { xunit } from './xunit.ts';

const things = [
  archiveArtifacts,
  archiveJunit,
  claimBuild,
  downstream,
  downstreamParameterized,
  mailer,
  extendedEmail,
  fingerprint,
  wsCleanup,
  publishHtml,
  recordCoverage,
  slackNotifier,
  cobertura,
  descriptionSetter,
  gitPublisher,
  githubCommitStatus,
  gitlabMessage,
  gitlabNotifier,
  gitlabVote,
  groovyPostbuild,
  ircbot,
  jacoco,
  joinTrigger,
  naginator,
  plot,
  postTasks,
  postbuildscript,
  publishOverSsh,
  robot,
  tap,
  textFinder,
  warnings,
  xunit,
  xmlThing,
] as const;

/** Something that is done after the build steps of a freestyle job. */
export type Publisher = NodeOf<typeof things>;

/** All publishers. */
export const publishers = thingFamily(things);
