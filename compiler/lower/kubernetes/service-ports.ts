import type { Service } from '../../../schema/generated/located.ts';
import type { Sourced } from '../../text/sourced.ts';

/** Returns the ports of a service, each once: `ports` wins over `port`. */
export function servicePorts({ port, ports }: Service): readonly Sourced<number>[] {
  const all = ports.length > 0 ? ports : port;
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}
