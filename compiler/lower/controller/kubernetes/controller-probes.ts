import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';

/** Seconds between two probes. */
const period = 10;

/**
 * Returns the probes of the controller. The page for logging in answers as soon as Jenkins serves anything, and with
 * 503 while it starts; how long that may take is a setting.
 */
export function controllerProbes({
  pathPrefix,
  deployment: { startupMinutes },
}: ObjectScope): Readonly<Record<string, Traceable>> {
  const httpGet = { path: pathPrefix.map((prefix) => `${prefix}/login`), port: 'http' };
  const common = { httpGet, periodSeconds: period, timeoutSeconds: 5 };
  return {
    startupProbe: {
      ...common,
      failureThreshold: sourced(
        Math.max(1, Math.ceil((startupMinutes.value * 60) / period)),
        fromSeveral([startupMinutes.origin, fromPolicy('Minutes as a number of probes.')]),
      ),
    },
    livenessProbe: { ...common, failureThreshold: 5 },
    readinessProbe: { ...common, failureThreshold: 3 },
  };
}
