import type { HealthCheck, Probe, Service } from '../../../schema/generated/located.ts';
import { sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { written } from './scope.ts';

/** The probes of a container. */
export interface Probes {
  readonly livenessProbe: Traceable | undefined;
  readonly readinessProbe: Traceable | undefined;
}

/**
 * Returns the probes of a service's container. `health_check` is a liveness probe, which the operator read and did
 * not write (B28) and the plugin wrote under a wrong key (B07); `liveness_probe` wins over it.
 */
export function probes(service: Service): Probes {
  return {
    livenessProbe: service.liveness_probe
      ? probe(service.liveness_probe)
      : service.health_check && healthCheck(service.health_check),
    readinessProbe: service.readiness_probe && probe(service.readiness_probe),
  };
}

/** The delays of a health check are written even by default: Kubernetes has other defaults. */
function healthCheck(check: HealthCheck): Traceable {
  return sourced<Traceable>(
    {
      exec: { command: check.command },
      initialDelaySeconds: check.initial_delay,
      timeoutSeconds: check.timeout,
    },
    check.$.origin,
  );
}

/** The defaults of a probe are those of Kubernetes, so only what is written is; 0 means the default, too. */
function probe(spec: Probe): Traceable {
  return sourced<Traceable>(
    {
      ...handler(spec),
      initialDelaySeconds: positive(spec.initial_delay_seconds),
      timeoutSeconds: positive(spec.timeout_seconds),
      periodSeconds: positive(spec.period_seconds),
      successThreshold: positive(spec.success_threshold),
      failureThreshold: positive(spec.failure_threshold),
    },
    spec.$.origin,
  );
}

function positive(value: Probe['period_seconds']): Traceable | undefined {
  return value.value > 0 ? written(value) : undefined;
}

function handler({ handler: { exec, http_get: get, tcp_socket: socket } }: Probe) {
  if (socket) return { tcpSocket: { host: socket.host, port: socket.port } };
  if (exec) return { exec: { command: exec.command } };
  if (!get) return {};
  const headers = get.http_headers.map(({ name, value }): Traceable => ({ name, value }));
  return {
    httpGet: {
      path: get.path,
      port: get.port,
      host: get.host,
      scheme: written(get.scheme),
      httpHeaders: headers.length === 0 ? undefined : headers,
    },
  };
}
