import { forgeNames, requestJobName } from '../../../link/link-requests.ts';
import type { LinkedRequests } from '../../../link/project.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { joined, joinTexts } from '../../../text/traced-text.ts';
import { checkAgent } from '../check-agent.ts';
import { componentPlaces, isOwnBranch } from '../components/component-places.ts';
import { onComponentAgent, type ScriptWithMethods } from '../components/component-pod.ts';
import { componentStages } from '../components/component-stages.ts';
import type { JobScope } from '../job-scope.ts';
import { inMethod, inOrder, type ScriptPart, scriptPart, within } from '../pipeline-script.ts';
import { pipelineBinding } from '../publish/publications.ts';
import { checkForkAgent, checkForksAsBranches, inForkPod } from './fork-pod.ts';
import { preview } from './preview.ts';

/**
 * Returns what is done with a pull request: the steps of the component, on its agent for the own branches, in a pod
 * without secrets for forks. Only the source of the branches sets CHANGE_FORK and names the job; the checkout asks whose
 * the commits are, too. A change on Gerrit may be anybody's.
 */
export function requestScript(scope: JobScope, requests: LinkedRequests): ScriptPart {
  const { component, spec, forge } = requests;
  // What is wrong with the component is told where its own job is made.
  const quiet: JobScope = { ...scope, report: () => {} };
  const places = componentPlaces(quiet, component, 'pull-request');
  const stages = componentStages(quiet, component, places, 'pull-request');
  const isGerrit = forge.value === 'gerrit';
  const hasUntrusted = isGerrit || spec.forks.value === 'no-secrets';
  if (hasUntrusted) checkForkAgent(scope, requests, places);
  else if (spec.forks.value === 'secrets') checkForksAsBranches(scope, requests, places);
  checkAgent(scope, { noun: 'component', job: requestJobName(component).value, agent: component.agent });
  const checks = scriptPart('statement.groovy', { call: 'checks()' });
  const deployed = isGerrit ? undefined : preview(scope, requests);
  const own = isGerrit
    ? []
    : [onComponentAgent(quiet, component, places, 'pull-request', withSecrets(requests, checks))];
  const untrusted = hasUntrusted ? [inForkPod(quiet, requests, places, checks)] : [];
  const about = joined`Builds pull requests of component ${component.name} on ${forge.map((kind) => forgeNames[kind])}.`;
  return inOrder([
    scriptPart('head.groovy', { text: about }),
    ...(isGerrit ? [] : [properties(scope)]),
    ...(deployed === undefined ? [] : [scriptPart('statement.groovy', { call: 'nothingToBuild = false' })]),
    ...byOrigin(
      forge.value,
      own.map((one) => followedBy(one, deployed)),
      untrusted,
      spec.forks.origin,
    ),
    inMethod('checks()', 'What is done with a pull request, wherever it runs.', stages.part),
    ...[...own, ...untrusted].flatMap(({ methods }) => methods),
    ...(deployed?.methods ?? []),
    ...stages.methods,
  ]);
}

function followedBy(one: ScriptWithMethods, next: ScriptWithMethods | undefined): ScriptWithMethods {
  return next === undefined ? one : { ...one, part: inOrder([one.part, next.part]) };
}

function byOrigin(
  forge: LinkedRequests['forge']['value'],
  [own]: readonly ScriptWithMethods[],
  [untrusted]: readonly ScriptWithMethods[],
  forks: Origin,
): readonly ScriptPart[] {
  if (own === undefined || untrusted === undefined) return [own, untrusted].flatMap((one) => one?.part ?? []);
  const origin = fromSeveral([whoseCode, forks]);
  return [
    within(`if (${isOwnBranch(forge, 'no-secrets')})`, [], own.part, origin),
    within('else', [], untrusted.part, origin),
  ];
}

const whoseCode = fromPolicy('Only people who may write to the repository make branches in it.');

/** A push to a pull request ends the build of what was there before; jobs of branches take no other settings. */
function properties({ settings }: JobScope): ScriptPart {
  const { keep_builds: keep } = settings.pipeline;
  return scriptPart('request-properties.groovy', { keep: keep?.map(String) }, ['properties']);
}

/** Returns a part with the secrets that builds of the own branches get. */
function withSecrets({ component, spec }: LinkedRequests, part: ScriptPart): ScriptPart {
  const bindings = component.env.flatMap(({ name, credentials, $ }) =>
    credentials !== undefined && spec.secrets.some(({ value }) => value === credentials.value)
      ? [pipelineBinding({ kind: 'string', credentials, variable: name, origin: $.origin })]
      : [],
  );
  if (bindings.length === 0) return part;
  return within(joined`withCredentials([${joinTexts(bindings, ', ')}])`, ['withCredentials'], part);
}
