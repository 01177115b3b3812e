import type { PluginNeed } from '../../../plugins/resolved-plugin.ts';
import type { Origin } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';

/** What every init script has. */
export interface ScriptBase {
  /** Name of the file without `.groovy`; Jenkins runs the scripts in the order of their names. */
  readonly name: string;
  /** One sentence that stands at its top. */
  readonly purpose: string;
  /** Why there is such a script. */
  readonly origin: Origin;
  /** Plugins whose classes it uses; none means that it only uses core. */
  readonly needs: readonly PluginNeed<Origin>[];
  /**
   * Folder of the project on a shared controller that it sets up. It does not stop Jenkins when it fails: the project stays
   * closed, and the others do not notice.
   */
  readonly part?: Sourced<string>;
}
