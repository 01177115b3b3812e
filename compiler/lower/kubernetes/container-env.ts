import type { EnvVariable } from '../../../schema/generated/located.ts';
import type { Colour } from '../../link/project.ts';
import { fromPolicy } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';

/**
 * Returns the `env` of a container, in the order of the spec. An empty value stays a variable with an empty value
 * (B30): one without `value`, since the API server stores it so and `kubectl apply` would find a difference each time.
 * Under blue/green the container is told its colour, as the operator did.
 */
export function containerEnv(variables: readonly EnvVariable[], colour?: Colour): Traceable | undefined {
  const entries: Traceable[] = variables.map(entry);
  if (colour !== undefined)
    entries.push({ name: 'POD_DEPLOYMENT_COLOUR', value: sourced(colour, toldColour) });
  return entries.length === 0 ? undefined : entries;
}

const toldColour = fromPolicy('A container of a blue/green service is told its colour.');

function entry(variable: EnvVariable): Traceable {
  const { secret, pod_field: podField, name, value, $ } = variable;
  if (secret !== undefined) {
    return sourced<Traceable>({ name: secret, valueFrom: { secretKeyRef: secretKey(variable) } }, $.origin);
  }
  if (podField !== undefined && !(value.value !== '' && $.fields.has('value'))) {
    return sourced<Traceable>(
      { name: name ?? '', valueFrom: { fieldRef: { fieldPath: podField } } },
      $.origin,
    );
  }
  return sourced<Traceable>({ name: name ?? '', value: value.value === '' ? undefined : value }, $.origin);
}

/** `secret/key`, or one word for a Secret whose key has the same name (B04: the plugin knew only this form). */
function secretKey({ value }: EnvVariable): Traceable {
  const slash = value.value.indexOf('/');
  if (slash === -1) return { name: value, key: value };
  return {
    name: value.map((text) => text.slice(0, slash)),
    key: value.map((text) => text.slice(slash + 1)),
  };
}
