import type { Environment, Service } from '../../schema/generated/located.ts';
import { serviceKind } from '../check/service-kind.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import { spanOf } from '../text/span-of.ts';
import type { Colour, EffectiveDeployment } from './project.ts';

/**
 * Returns how a service is deployed: its own `deployment` over that of its environment over the defaults, field by
 * field. Plugin 5.1.1 inherited the environment's; the operator read only the service's.
 */
export function effectiveDeployment(
  service: Service,
  environment: Environment,
): { value: EffectiveDeployment; diagnostics: readonly Diagnostic[] } {
  const own = service.deployment;
  const inherited = environment.deployment;
  const method = written(own?.method) ?? written(inherited.method) ?? sourced('', inherited.$.origin);
  const effective = method.map(
    (name) => (name === 'bluegreen' ? 'bluegreen' : 'rolling-upgrade') as EffectiveMethod,
  );
  const active = colour(written(own?.active) ?? written(inherited.active));
  const value: EffectiveDeployment = {
    method: effective,
    ...(active === undefined ? {} : { active }),
    timeout: own?.timeout ?? inherited.timeout,
    customUrls: { blue: own?.custom_urls?.blue ?? [], green: own?.custom_urls?.green ?? [] },
  };
  // A colour that is written and no colour is reported already.
  const hasColour = active !== undefined || own?.$.fields.has('active') || inherited.$.fields.has('active');
  const needsColour = effective.value === 'bluegreen' && !hasColour && serviceKind(service) === 'workload';
  return { value, diagnostics: needsColour ? [noActiveColour(service, method)] : [] };
}

type EffectiveMethod = 'rolling-upgrade' | 'bluegreen';

/** An empty text was accepted by the engines and means that nothing was chosen. */
function written<T extends string>(value: Sourced<T> | undefined): Sourced<T> | undefined {
  return value === undefined || value.value === '' ? undefined : value;
}

function colour(value: Sourced<string> | undefined): Sourced<Colour> | undefined {
  if (value?.value === 'blue') return sourced('blue', value.origin);
  return value?.value === 'green' ? sourced('green', value.origin) : undefined;
}

function noActiveColour(service: Service, method: Sourced<string>): Diagnostic {
  const at = spanOf(method.origin) ?? spanOf(service.name.origin);
  const own = spanOf(service.name.origin);
  return diagnose('link/no-active-colour', { service: service.name.value }, at, {
    labels: own === undefined ? [] : [{ span: own, text: 'deployed by it' }],
    help: 'add `active: blue` (or `green`) beside `method: bluegreen`',
  });
}
