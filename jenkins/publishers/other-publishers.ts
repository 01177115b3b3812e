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
import { naginator } from './naginator.ts';
import { plot } from './plot.ts';
import { postTasks } from './post-tasks.ts';
import { postbuildscript } from './postbuildscript.ts';
import { publishHtml } from './publish-html.ts';
import { publishOverSsh } from './publish-over-ssh.ts';
import { robot } from './robot.ts';
import { tap } from './tap.ts';
import { textFinder } from './text-finder.ts';
import { warnings } from './warnings.ts';
import { wsCleanup } from './ws-cleanup.ts';
import { xunit } from './xunit.ts';

const things = [
  claimBuild,
  downstream,
  downstreamParameterized,
  extendedEmail,
  fingerprint,
  wsCleanup,
  publishHtml,
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
] as const;

/** Publishers that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherPublishers(): typeof things {
  return things;
}
