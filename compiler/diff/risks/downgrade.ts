import { compareVersionTexts } from '../../plugins/compare-versions.ts';
import type { Risk } from '../change.ts';
import { fieldOf, objectKind, type SeenChange } from './risk-rule.ts';

interface Versioned {
  readonly path: string;
  readonly what: string;
}

const pods: Versioned = { path: 'metadata.labels.version', what: 'the application' };
const resource: Versioned = { path: 'spec.version', what: 'it' };

/** Where the version stands, by the kind of the thing or of the object. */
const versions: Readonly<Record<string, Versioned>> = {
  plugin: { path: 'version', what: 'a plugin' },
  setting: { path: 'core', what: 'Jenkins' },
  image: { path: 'version', what: 'the application' },
  Deployment: pods,
  CronJob: pods,
};

/** The first digits of a commit, which say nothing about what came first; dates have no letters. */
function isCommit(version: string): boolean {
  return /^(?=.*[a-f])[0-9a-f]{12}$/.test(version);
}

/**
 * What an older version does not read: plugins, the Jenkins core, applications, and what
 * other controllers run in a version.
 */
export function downgrade({ before, after }: SeenChange): readonly Risk[] {
  if (before === undefined || after === undefined) return [];
  const versioned =
    versions[objectKind(before) ?? before.kind] ?? (objectKind(before) ? resource : undefined);
  if (versioned === undefined) return [];
  const { path, what } = versioned;
  const [old, now] = [fieldOf(before, path), fieldOf(after, path)];
  if (old === undefined || now === undefined || !/^\d/.test(old) || !/^\d/.test(now)) return [];
  if ([old, now].some(isCommit) || compareVersionTexts(now, old) >= 0) return [];
  return [
    { kind: 'downgrade', text: `from ${old} back to ${now}: ${what} may not read what the newer one wrote` },
  ];
}
