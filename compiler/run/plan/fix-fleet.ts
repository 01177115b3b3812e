import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { type Fleet, openFleet } from '../../read/fleet/open-fleet.ts';
import { type Fixed, fixFiles } from '../project/fix-files.ts';
import type { FixChoice } from '../project/project-task.ts';
import type { ShapingOptions } from '../run-options.ts';
import { fleetFindings } from './fleet-findings.ts';

/** Applies the chosen fixes of the file of a fleet. */
export function fixFleet(
  host: Host,
  first: Fleet,
  options: ShapingOptions,
  choice: FixChoice,
): Promise<Fixed<Fleet>> {
  const [name = ''] = first.files.names;
  return fixFiles(
    host,
    first,
    {
      filesOf: ({ files }) => files,
      look: fleetFindings,
      again: ({ root }) => openFleet(host, root, options),
    },
    { name: joinPath(first.root, name), choice },
  );
}
