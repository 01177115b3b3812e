import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import {
  fileName,
  objectName,
  printManifest,
  versionPlaceholder,
} from '../../model/kubernetes/kubernetes-object.ts';

import type { Rollout, ServiceIr } from '../../model/kubernetes/service.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { joined, mapValue, originsOf, plainValue, TracedText, type Valued } from '../../text/traced-text.ts';
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
export function applyCommand(file: Valued<string>): Valued<string> {
  return joined`kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=${mapValue(file, shellWord)}`;
}

/** What the deploy job applies for one service: one object, with what the script does about it. */
export interface AppliedRollout {
  /** Names its methods. */
  readonly number: number;
  /** The service, and under blue/green its colour. */
  readonly title: Valued<string>;
  readonly service: Sourced<string>;
  readonly file: Valued<string>;
  readonly manifest: TracedText;
  readonly placeholder: string;
  readonly apply: Valued<string>;
  readonly applyOrigin: Origin;
  /** What the steps are called. */
  readonly label: Valued<string>;
  readonly rolloutLabel: Valued<string>;
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
    .map(({ service, rollout }, index) => ({
      number: index + 1,
      title: titleOf(service, rollout),
      service: service.name,
      file: chosen(service, fileName(rollout.object)),
      manifest: chosenManifest(service, rollout),
      placeholder: versionPlaceholder,
      label: joined`Apply ${titleOf(service, rollout)}`,
      rolloutLabel: joined`Wait for ${titleOf(service, rollout)}`,
      apply: applyCommand(chosen(service, fileName(rollout.object))),
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

/** Under blue/green, the live colour decides which of two texts stands there. */
function chosen({ blueGreen }: ServiceIr, text: Valued<string>): Valued<string> {
  if (blueGreen === undefined) return text;
  return sourced(plainValue(text), fromSeveral([...originsOf(text), blueGreen.active.origin]));
}

/** Returns the manifest of the colour that is not live; its lines that the other colour has otherwise come from that. */
function chosenManifest({ rollouts, blueGreen }: ServiceIr, rollout: Rollout): TracedText {
  const manifest = printManifest(rollout.object);
  const other = rollouts.find(({ colour }) => colour !== rollout.colour);
  if (blueGreen === undefined || other === undefined) return manifest;
  const { origin } = blueGreen.active;
  const theirs = printManifest(other.object).text.split('\n');
  const marks = manifest.text
    .split('\n')
    .flatMap((text, line) => (text === theirs[line] ? [] : [{ first: line, last: line, origin }]));
  return new TracedText(manifest.text, [...manifest.marks, ...marks]);
}

function titleOf({ name, blueGreen }: ServiceIr, { colour, object }: Rollout): Valued<string> {
  if (colour === undefined) return objectName(object);
  const title = joined`${name} (${colour}; ${blueGreen?.active ?? ''} is live)`;
  return sourced(plainValue(title), fromSeveral([...originsOf(title), ...originsOf(objectName(object))]));
}

function rolloutScript({ namespace }: EnvironmentIr, service: ServiceIr, { object }: Rollout): TracedText {
  const { timeout, origin } = service;
  const name = chosen(service, objectName(object));
  return renderScript('rollout.sh', {
    resource: joined`deployment/${name}`,
    failed: joined`${name} is not rolled out after ${timeout} seconds. This is its state:`,
    namespace,
    timeout,
    selector: joined`creator=pipeline,name=${name}`,
    origin,
  });
}
