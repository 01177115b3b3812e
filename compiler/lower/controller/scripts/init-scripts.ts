import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import { fromPolicy, spanOf } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { ControllerScope } from '../controller-scope.ts';
import type { ControllerUrl } from '../controller-url.ts';
import { lowerAccessScripts } from './lower-access-scripts.ts';
import { lowerJobScripts } from './lower-job-scripts.ts';
import { builtInExecutors, lowerSystemScripts } from './lower-system-scripts.ts';

/** Bytes of settings that all scripts may hold: escaped, they stay well below the 1 MiB of a ConfigMap. */
const limit = 300_000;

/**
 * Returns the scripts of init.groovy.d in the order in which Jenkins runs them, the check of all others last. `own`
 * are those that read files of the project's own: the last ones before it.
 */
export function initScripts(
  scope: ControllerScope,
  url: ControllerUrl,
  own: readonly InitScript[],
): readonly InitScript[] {
  const scripts = [
    ...lowerAccessScripts(scope),
    ...lowerSystemScripts(scope, url),
    ...lowerJobScripts(scope),
    ...own,
  ];
  reportTooLarge(scripts, scope);
  return [
    ...scripts,
    {
      kind: 'verify',
      name: '99-verify',
      purpose: 'Checks that every script ran to its end and that the controller is closed.',
      origin: fromPolicy(
        'A script that cannot be compiled is skipped without a word; this one needs core alone.',
      ),
      needs: [],
      scripts: scripts.map(({ name, origin }) => sourced(name, origin)),
      executors: builtInExecutors,
    },
  ];
}

/** Reports scripts that would not fit into the ConfigMap that they are mounted from. */
export function reportTooLarge(scripts: readonly InitScript[], { settings, report }: ControllerScope): void {
  if (scripts.reduce((sum, script) => sum + mostBytes(script), 0) <= limit) return;
  const sizes = scripts.map((script) => ({ script, bytes: settingsBytes(script) }));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  if (bytes <= limit) return;
  const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
  const parameters = { script: largest?.script.name ?? '', bytes, limit };
  const place = largest && spanOf(largest.script.origin);
  report(diagnose('controller/too-large', parameters, place ?? settings.$.span));
}

/**
 * Returns a bound for `settingsBytes`: nearly all controllers are far below the limit, which this finds out without
 * making the text. An escaped character has six bytes.
 */
function mostBytes(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 3;
  if (typeof value !== 'object' || value === null) return LONGEST_NUMBER;
  let sum = 2;
  if (Array.isArray(value)) {
    for (const item of value) sum += mostBytes(item) + 1;
    return sum;
  }
  for (const key in value) {
    if (!notPrinted.has(key)) sum += 6 * key.length + 4 + mostBytes(Reflect.get(value, key));
  }
  return sum;
}

const LONGEST_NUMBER = 25;

function settingsBytes(script: InitScript): number {
  const text = JSON.stringify(script, (key, value: unknown) => (notPrinted.has(key) ? undefined : value));
  return new TextEncoder().encode(text).length;
}

const notPrinted = new Set(['origin', 'needs']);
