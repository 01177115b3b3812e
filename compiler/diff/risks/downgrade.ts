import { compareVersionTexts } from '../../plugins/compare-versions.ts';
import type { Risk } from '../change.ts';
import { fieldOf, type SeenChange } from './risk-rule.ts';

/** What an older version does not read: plugins, the Jenkins core, and what other controllers run in a version. */
export function downgrade({ before, after }: SeenChange): readonly Risk[] {
  if (before === undefined || after === undefined) return [];
  const [path, what] =
    before.kind === 'plugin'
      ? ['version', 'a plugin']
      : before.kind === 'setting'
        ? ['core', 'Jenkins']
        : ['spec.version', 'it'];
  if (!['plugin', 'setting', 'kubernetes-object'].includes(before.kind)) return [];
  const [old, now] = [fieldOf(before, path), fieldOf(after, path)];
  if (old === undefined || now === undefined || !/^\d/.test(old) || !/^\d/.test(now)) return [];
  if (compareVersionTexts(now, old) >= 0) return [];
  return [
    { kind: 'downgrade', text: `from ${old} back to ${now}: ${what} may not read what the newer one wrote` },
  ];
}
