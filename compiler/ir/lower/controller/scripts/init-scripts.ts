import { diagnose } from '../../../../diagnostics/diagnose.ts';
import { fromPolicy } from '../../../../text/origin.ts';
import { spanOf } from '../../../../text/span-of.ts';
import type { InitScript } from '../../../controller/scripts/init-script.ts';
import type { ControllerScope } from '../controller-scope.ts';
import type { ControllerUrl } from '../controller-url.ts';
import { accessScripts } from './access-scripts.ts';
import { jobScripts } from './job-scripts.ts';
import { builtInExecutors, systemScripts } from './system-scripts.ts';

/** Bytes of settings that one script may hold: well below the 1 MiB of a ConfigMap when they are escaped. */
const limit = 400_000;

/** Returns the scripts of init.groovy.d in the order in which Jenkins runs them, the check of all others last. */
export function initScripts(scope: ControllerScope, url: ControllerUrl): readonly InitScript[] {
  const scripts = [...accessScripts(scope), ...systemScripts(scope, url), ...jobScripts(scope)];
  for (const script of scripts) reportTooLarge(script, scope);
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
      scripts: scripts.map(({ name }) => name),
      executors: builtInExecutors,
    },
  ];
}

function reportTooLarge(script: InitScript, scope: ControllerScope): void {
  const text = JSON.stringify(script, (key, value: unknown) => (notPrinted.has(key) ? undefined : value));
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= limit) return;
  scope.report(
    diagnose('controller/too-large', { script: script.name, bytes, limit }, spanOf(script.origin)),
  );
}

const notPrinted = new Set(['origin', 'needs']);
