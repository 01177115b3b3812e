import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, joinPath } from '../../host/path.ts';
import { compareText } from '../../util/compare-text.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';

/** The file in the output folder of a fleet that says what is in it. */
export const FLEET_MANIFEST = 'fleet.json';

/** Version of the format. */
const FORMAT_VERSION = 1;

/**
 * Returns the text of `fleet.json`: every project of a run by the name of its output folder, with the hash of its
 * `manifest.json`, one line each. A project with errors has no hash: its folder is as an earlier run left it.
 */
export function printFleetManifest(
  { cwd }: Host,
  tool: string,
  options: Readonly<Record<string, unknown>>,
  outcomes: readonly ProjectOutcome[],
): string {
  const projects = outcomes
    .map(({ folder, output }) => ({
      name: baseName(absolutePath(cwd, folder)),
      ...(output === undefined ? {} : { manifest: output.manifest.sha256 }),
    }))
    .sort((a, b) => compareText(a.name, b.name));
  const lines = projects.map((project) => `    ${JSON.stringify(project)}`).join(',\n');
  return `{
  "version": ${FORMAT_VERSION},
  "tool": ${JSON.stringify({ name: 'bitesize', version: tool })},
  "options": ${JSON.stringify(options)},
  "projects": ${projects.length === 0 ? '[]' : `[\n${lines}\n  ]`}
}
`;
}

/** Returns the path of the file in an output folder. */
export function fleetManifestPath(out: string): string {
  return joinPath(out, FLEET_MANIFEST);
}
