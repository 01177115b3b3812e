import type { LinkedApplication } from '../../link/project.ts';
import type { Sourced } from '../../text/sourced.ts';

/**
 * Returns the version of an application's image: its own, or that of the first package that a component makes (the
 * plugin's rule), or undefined. An empty text was accepted by the engines and means none.
 */
export function imageVersion({ spec, producers }: LinkedApplication): Sourced<string> | undefined {
  const produced = spec.dependencies.filter(
    (dependency) =>
      producers.some((producer) => producer.dependency === dependency) ||
      (dependency.origin?.build?.value ?? '') !== '',
  );
  return [spec.version, ...produced.slice(0, 1).map(({ version }) => version)].find(
    (version) => version !== undefined && version.value !== '',
  );
}
