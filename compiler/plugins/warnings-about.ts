import type { Catalogue } from './catalogue.ts';
import type { WarningRow } from './catalogue-data.ts';
import { matchingWarnings } from './warning-pattern.ts';

/** What stands for the id of a plugin in warnings about core. */
const CORE = 'core';

/**
 * Returns the warnings about a version of a plugin, or of `core`. Which of its own versions have any, the catalogue says; the
 * patterns are asked about all others.
 */
export function warningsAbout(catalogue: Catalogue, id: string, version: string): readonly WarningRow[] {
  const { affected } = catalogue;
  if (affected !== undefined && isOwn(catalogue, id, version) && !affected.has(`${id}:${version}`)) return [];
  const warnings = id === CORE ? catalogue.coreWarnings : catalogue.warnings.get(id);
  return matchingWarnings(warnings ?? [], version);
}

function isOwn({ core, releases }: Catalogue, id: string, version: string): boolean {
  if (id === CORE) return version === core;
  return releases.get(id)?.some((release) => release.version === version) === true;
}
