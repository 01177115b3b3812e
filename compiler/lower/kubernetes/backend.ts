import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import { type Scope, servicePorts, workloadNamed } from './scope.ts';
import { isBlueGreen, type Variant } from './variant.ts';

/** Where an Ingress or a mesh route sends requests. */
export interface Backend {
  readonly name: Sourced<string>;
  readonly port: Sourced<number> | undefined;
}

/**
 * Returns the Service and port behind the hosts of a variant: its own, or those that `backend` and `backend_port`
 * name. A colour sends to the same colour of the backend where that has colours.
 */
export function backendOf(scope: Scope, { service, name, colour }: Variant): Backend {
  const { backend, backend_port: port } = service.spec;
  const first = port ?? servicePorts(service.spec)[0];
  if (backend === undefined || backend.value === '') return { name, port: first };
  const other = workloadNamed(scope, backend.value);
  if (colour === undefined || other === undefined || !isBlueGreen(other))
    return { name: backend, port: first };
  return { name: backend.map((text) => `${text}-${colour}`), port: first };
}

/** Reports a backend that no Service of the environment offers. Once per service, whatever its colours. */
export function checkBackend(scope: Scope, { service }: Variant): void {
  const { backend, backend_port: port, name } = service.spec;
  const target = backend === undefined || backend.value === '' ? name : backend;
  const other = workloadNamed(scope, target.value);
  if (other === undefined) {
    const names = scope.environment.services.map(({ spec }) => spec.name.value);
    const near = suggestion(target.value, names, allowanceOf(scope.project));
    scope.report(
      diagnose('kubernetes/unknown-backend', { backend: target.value }, spanOf(target.origin), {
        help:
          near === undefined
            ? 'name a service of the same environment that runs an image'
            : `did you mean \`${near}\`?`,
      }),
    );
    return;
  }
  const offered = servicePorts(other.spec);
  const used = port ?? servicePorts(service.spec)[0];
  if (used === undefined || offered.some(({ value }) => value === used.value)) return;
  const parameters = { port: used.value, service: other.spec.name.value };
  const ports = offered.map(({ value }) => value).join(', ');
  scope.report(
    diagnose('kubernetes/unknown-backend-port', parameters, spanOf(used.origin) ?? spanOf(target.origin), {
      help: `set \`backend_port\` to a port of \`${other.spec.name.value}\`: ${ports}`,
    }),
  );
}
