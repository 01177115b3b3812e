import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { printManifest } from '../../model/kubernetes/kubernetes-object.ts';

import type { Rollout, ServiceIr } from '../../model/kubernetes/service.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import type { TracedText } from '../../text/traced-text.ts';
import { applyCommand, documents, fileArgument, switchedServices } from './applied-files.ts';
import { renderScript } from './render-script.ts';

/** Why objects are applied as they are. */
export const appliedByServer = fromPolicy(
  'The server merges what is applied: twice changes nothing, and what no spec speaks of stays as it is.',
);

/** What the deploy job applies for one service: one object, with what the script does about it. */
export interface AppliedRollout {
  /** The service, and under blue/green its colour. */
  readonly title: string;
  readonly service: string;
  readonly file: string;
  /** As kubectl is told the file. */
  readonly argument: string;
  readonly manifest: TracedText;
  readonly apply: string;
  readonly applyOrigin: Origin;
  /** Prints the object that is there; present where it is applied only if there is none: the live colour. */
  readonly lookUp: string | undefined;
  readonly namespace: string;
  /** The Deployment whose number of pods an autoscaler decides on. */
  readonly keep: string | undefined;
  /** Waits for the rollout and says why it failed; none for a CronJob, which rolls nothing out. */
  readonly rollout: TracedText | undefined;
  /** The Services that send requests to it, applied after its rollout where it is the live colour. */
  readonly services: TracedText | undefined;
  readonly servicesFile: string;
  readonly servicesApply: string;
  /** The spec names the version. */
  readonly pinned: boolean;
  readonly origin: Origin;
}

/**
 * Returns what the deploy job of an environment applies: under blue/green the colour that is not active, and the active
 * one where the cluster has none: at the first deployment, and after a service was deployed by another method.
 */
export function appliedRollouts(environment: EnvironmentIr): readonly AppliedRollout[] {
  return environment.services
    .flatMap((service) => deployedRollouts(service).map((rollout) => ({ service, rollout })))
    .map(({ service, rollout }) => appliedRollout(environment, service, rollout));
}

function deployedRollouts({ rollouts, blueGreen }: ServiceIr): readonly Rollout[] {
  const deployed = rollouts.filter(({ appliedBy }) => appliedBy === 'deploy');
  const isLive = ({ colour }: Rollout) => colour !== undefined && colour === blueGreen?.active.value;
  return [...deployed.filter((rollout) => !isLive(rollout)), ...deployed.filter(isLive)];
}

function appliedRollout(environment: EnvironmentIr, service: ServiceIr, rollout: Rollout): AppliedRollout {
  const { origin, name } = service;
  const { object, resource } = rollout;
  const namespace = environment.namespace.value;
  const title = titleOf(service, rollout);
  const isLive = rollout.colour !== undefined && rollout.colour === service.blueGreen?.active.value;
  const switched = isLive
    ? switchedServices(environment).filter(({ deployment }) => deployment === rollout.name)
    : [];
  const servicesFile = `services-of-${rollout.name}.yaml`;
  return {
    title,
    service: name.value,
    file: object.file,
    argument: fileArgument(object.file),
    manifest: printManifest(object),
    apply: applyCommand(object.file),
    applyOrigin: fromSeveral([origin, appliedByServer]),
    lookUp: isLive
      ? `kubectl get ${resource}/${rollout.name} --namespace=${shellWord(namespace)} --ignore-not-found --output=name`
      : undefined,
    namespace,
    keep: rollout.autoscaled ? rollout.name : undefined,
    rollout: resource === 'deployment' ? rolloutScript(environment, service, rollout) : undefined,
    services:
      switched.length === 0 ? undefined : documents(switched.map(({ object: of }) => printManifest(of))),
    servicesFile,
    servicesApply: applyCommand(servicesFile),
    pinned: !rollout.awaitsVersion,
    origin,
  };
}

function titleOf({ name, blueGreen }: ServiceIr, { colour }: Rollout): string {
  if (colour === undefined) return name.value;
  const live = blueGreen?.active.value;
  return `${name.value} (${colour}; ${colour === live ? 'it' : live} is live)`;
}

function rolloutScript(
  { namespace }: EnvironmentIr,
  { timeout, origin }: ServiceIr,
  { name }: Rollout,
): TracedText {
  return renderScript('rollout.sh', {
    resource: `deployment/${name}`,
    failed: `${name} is not rolled out after ${timeout.value} seconds. This is its state:`,
    namespace: namespace.value,
    timeout: timeout.value,
    timeoutOrigin: timeout.origin,
    selector: `creator=pipeline,name=${name}`,
    origin,
  });
}
