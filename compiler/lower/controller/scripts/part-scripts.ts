import type { Hosting } from '../../../link/hosting.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import type { ControllerScope } from '../controller-scope.ts';
import type { ControllerUrl } from '../controller-url.ts';
import { lowerSystemScripts } from './lower-system-scripts.ts';

/** Returns the scripts that set up a project on a shared controller: its folder, credentials, agents and seed job. */
export function partScripts(
  scope: ControllerScope,
  url: ControllerUrl,
  _hosting: Hosting,
): readonly InitScript[] {
  return lowerSystemScripts(scope, url).filter(({ kind }) => kind === 'credentials' || kind === 'agents');
}
