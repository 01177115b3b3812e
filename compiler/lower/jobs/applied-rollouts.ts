import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { fileName, objectName, printManifest } from '../../model/kubernetes/kubernetes-object.ts';
import type { Rollout, ServiceIr } from '../../model/kubernetes/service.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { joined, mapValue, originsOf, plainValue, TracedText, type Valued } from '../../text/traced-text.ts';
import { once } from '../../util/once.ts';
import { applyCommand, documents, fileArgument, switchedServices } from './applied-files.ts';
import { renderScript } from './render-script.ts';

/** Why objects are applied as they are. */
export const appliedByServer = fromPolicy(
  'The server merges what is applied: twice changes nothing, and what no spec speaks of stays as it is.',
);

/** What the deploy job applies for one service: one object, with what the script does about it. */
export interface AppliedRollout {
  /** The service, and under blue/green its colour. */
  readonly title: Valued<string>;
  readonly service: Sourced<string>;
  readonly file: Valued<string>;
  /** As kubectl is told the file. */
  readonly argument: Valued<string>;
  /** Printed when it is first asked for, like the texts below. */
  readonly manifest: TracedText;
  readonly apply: Valued<string>;
  readonly applyOrigin: Origin;
  /** Prints the object that is there; present where it is applied only if there is none: the live colour. */
  readonly lookUp: Valued<string> | undefined;
  /** Why there is a live colour, or none. */
  readonly lookUpOrigin: Origin;
  readonly namespace: Sourced<string>;
  /** The Deployment whose number of pods an autoscaler decides on. */
  readonly keep: Valued<string> | undefined;
  /** Why an autoscaler decides on it, or does not. */
  readonly keepOrigin: Origin;
  /** Whether there is a rollout to wait for: a CronJob rolls nothing out. */
  readonly rolls: boolean;
  /** Waits for the rollout and says why it failed. */
  readonly rollout: TracedText | undefined;
  /** Whether Services send requests to it as the live colour. */
  readonly switches: boolean;
  /** These Services, applied after its rollout. */
  readonly services: TracedText | undefined;
  readonly servicesFile: Valued<string>;
  readonly servicesApply: Valued<string>;
  /** The spec names the version. */
  readonly pinned: boolean;
  readonly origin: Origin;
  /** Why it stands where it does: the live colour comes last. */
  readonly placeOrigin: Origin;
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

/** Returns whether the deploy job of an environment applies anything whose version the spec names. */
export function deploysPinned({ services }: EnvironmentIr): boolean {
  return services.some(({ rollouts }) =>
    rollouts.some((rollout) => isDeployed(rollout) && !rollout.awaitsVersion),
  );
}

function isDeployed({ appliedBy }: Rollout): boolean {
  return appliedBy === 'deploy';
}

function deployedRollouts({ rollouts, blueGreen }: ServiceIr): readonly Rollout[] {
  const deployed = rollouts.filter(isDeployed);
  const isLive = ({ colour }: Rollout) => colour !== undefined && colour === blueGreen?.active.value;
  return [...deployed.filter((rollout) => !isLive(rollout)), ...deployed.filter(isLive)];
}

function appliedRollout(environment: EnvironmentIr, service: ServiceIr, rollout: Rollout): AppliedRollout {
  const { origin, blueGreen } = service;
  const { object, resource } = rollout;
  const { namespace } = environment;
  const file = chosen(service, fileName(object));
  const name = chosen(service, objectName(object));
  const isLive = rollout.colour !== undefined && rollout.colour === blueGreen?.active.value;
  const causes = blueGreen ? [origin, blueGreen.method] : [origin];
  const switched = isLive
    ? switchedServices(environment).filter(({ deployment }) => deployment.value === rollout.name)
    : [];
  const servicesFile = joined`services-of-${name}.yaml`;
  const rolls = resource === 'deployment';
  const manifest = once(() => chosenManifest(service, rollout));
  const services = once(() =>
    switched.length === 0 ? undefined : documents(switched.map(({ object: of }) => printManifest(of))),
  );
  const waiting = once(() => (rolls ? rolloutScript(environment, service, rollout) : undefined));
  return {
    title: titleOf(service, rollout),
    service: service.name,
    file,
    argument: fileArgument(file),
    get manifest() {
      return manifest();
    },
    apply: applyCommand(file, rollout.recreated === undefined ? [] : [object]),
    applyOrigin: fromSeveral([
      origin,
      ...(rollout.recreated === undefined ? [] : [rollout.recreated]),
      appliedByServer,
    ]),
    lookUp: isLive
      ? joined`kubectl get ${resource}/${name} --namespace=${namespace.map(shellWord)} --ignore-not-found --output=name`
      : undefined,
    lookUpOrigin: service.methodOrigin,
    namespace,
    keep: plainValue(rollout.autoscaled) ? name : undefined,
    keepOrigin: fromSeveral(originsOf(rollout.autoscaled)),
    rolls,
    get rollout() {
      return waiting();
    },
    switches: switched.length > 0,
    get services() {
      return services();
    },
    servicesFile,
    servicesApply: applyCommand(servicesFile),
    pinned: !rollout.awaitsVersion,
    origin: fromSeveral(causes),
    placeOrigin: fromSeveral([...(blueGreen ? [blueGreen.active.origin] : []), ...causes]),
  };
}

/** Under blue/green, the live colour decides which of two texts stands there. */
function chosen({ blueGreen }: ServiceIr, text: Valued<string>): Valued<string> {
  if (blueGreen === undefined) return text;
  return sourced(plainValue(text), fromSeveral([...originsOf(text), blueGreen.active.origin]));
}

/** Returns the manifest of a colour; the lines that the other colour has otherwise come from which of them is live. */
function chosenManifest({ rollouts, blueGreen }: ServiceIr, rollout: Rollout): TracedText {
  const manifest = printManifest(rollout.object);
  const other = rollouts.find(({ colour }) => colour !== rollout.colour);
  if (blueGreen === undefined || other === undefined) return manifest;
  const { origin } = blueGreen.active;
  const theirs = printManifest(other.object).text.split('\n');
  const marks = [...manifest.marks];
  manifest.text.split('\n').forEach((text, line) => {
    if (text !== theirs[line]) marks.push({ first: line, last: line, origin });
  });
  return new TracedText(manifest.text, marks);
}

function titleOf({ name, blueGreen }: ServiceIr, { colour, object }: Rollout): Valued<string> {
  if (colour === undefined) return objectName(object);
  const live = mapValue<string, string>(blueGreen?.active ?? '', (active) =>
    active === colour ? 'it' : active,
  );
  const title = joined`${name} (${colour}; ${live} is live)`;
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
