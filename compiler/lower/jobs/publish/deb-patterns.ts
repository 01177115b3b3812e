import type { Component } from '../../../../schema/generated/located.ts';
import type { Sourced } from '../../../text/sourced.ts';

/** Returns the patterns of a component's artifacts that stand for Debian packages. */
export function debPatterns({ artifacts }: Pick<Component, 'artifacts'>): readonly Sourced<string>[] {
  return artifacts.flatMap(({ location }) =>
    location.value
      .split(',')
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern.endsWith('.deb'))
      .map((pattern) => location.map(() => pattern)),
  );
}
