import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { printManifest } from '../../model/kubernetes/kubernetes-object.ts';

import type { Rollout, ServiceIr } from '../../model/kubernetes/service.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import type { TracedText } from '../../text/traced-text.ts';
import { renderScript } from './render-script.ts';

/** Why objects are applied as they are. */
export const appliedByServer = fromPolicy(
  'The server merges what is applied: twice changes nothing, and what no spec speaks of stays as it is.',
);

/**
 * Returns the command that applies a file. The server merges, under one field manager for all jobs: applying a file
 * twice changes nothing, and fields that no spec speaks of, such as the pods that an autoscaler wants, stay with
 * whoever set them. What a spec does speak of wins over a change by hand (`--force-conflicts`), as it always did.
 */
export function applyCommand(file: string): string {
  return `kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=${shellWord(file)}`;
}

/** What the deploy job applies for one service: one object, with what the script does about it. */
export interface AppliedRollout {
  /** The service, and under blue/green its colour. */
  readonly title: string;
  readonly service: string;
  readonly file: string;
  readonly manifest: TracedText;
  readonly apply: string;
  readonly applyOrigin: Origin;
  /** Waits for the rollout and says why it failed; none for a CronJob, which rolls nothing out. */
  readonly rollout: TracedText | undefined;
  /** The spec names the version. */
  readonly pinned: boolean;
  readonly origin: Origin;
}

/** Returns what the deploy job of an environment applies: under blue/green the colour that is not active. */
export function appliedRollouts(environment: EnvironmentIr): readonly AppliedRollout[] {
  return environment.services
    .flatMap((service) => inactiveRollouts(service).map((rollout) => ({ service, rollout })))
    .map(({ service, rollout }) => ({
      title: titleOf(service, rollout),
      service: service.name.value,
      file: rollout.object.file,
      manifest: printManifest(rollout.object),
      apply: applyCommand(rollout.object.file),
      applyOrigin: fromSeveral([service.origin, appliedByServer]),
      rollout: rollout.resource === 'deployment' ? rolloutScript(environment, service, rollout) : undefined,
      pinned: !rollout.awaitsVersion,
      origin: service.origin,
    }));
}

function inactiveRollouts({ rollouts, blueGreen }: ServiceIr): readonly Rollout[] {
  return rollouts.filter(
    ({ appliedBy, colour }) =>
      appliedBy === 'deploy' && (colour === undefined || colour !== blueGreen?.active.value),
  );
}

function titleOf({ name, blueGreen }: ServiceIr, { colour }: Rollout): string {
  return colour === undefined ? name.value : `${name.value} (${colour}; ${blueGreen?.active.value} is live)`;
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
