import type { Sourced } from '../../text/sourced.ts';

/** Returns a value that stands in a spec, or undefined for a default: Kubernetes has the same one. */
export function written<T>(value: Sourced<T> | undefined): Sourced<T> | undefined {
  return value === undefined || value.origin.kind === 'default' ? undefined : value;
}
