import type { BuildDependency } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral, type Origin, spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { joined, mapValue, type TracedText, type Valued } from '../../../text/traced-text.ts';
import type { JobScope } from '../job-scope.ts';
import { renderScript } from '../render-script.ts';
import { aptRepositories } from './apt-repositories.ts';

/**
 * Returns the shell script that installs Debian packages: adds their repositories with keys of their own, updates
 * the lists once, downloads what has a location, and installs everything together, so that apt finds versions that
 * fit each other. Unlike `--force-yes`, apt refuses what is not signed.
 */
export function debianScript(scope: JobScope, dependencies: readonly BuildDependency[]): TracedText {
  const repositories = aptRepositories(scope, dependencies);
  const locations: Download[] = [];
  const packages = dependencies.map((dependency) => {
    const download = downloadOf(scope, dependency, locations.length);
    if (download !== undefined) locations.push(download);
    const word = download === undefined ? packageWord(dependency) : `"$tmp/${download.file}"`;
    return { word, origin: fromSeveral([dependency.type.origin, dependency.$.origin]) };
  });
  const keyed = repositories.some(({ key }) => key !== '');
  return renderScript('install-debian.sh', {
    repositories,
    locations,
    packages,
    temporary: repositories.length > 0 || locations.length > 0,
    downloads: keyed || locations.length > 0,
    keyFunctions: keyed,
    codename: repositories.some(({ codename }) => codename),
    pinned: dependencies.some((dependency) => versionOf(dependency) !== undefined),
  });
}

interface Download {
  readonly url: Sourced<string>;
  readonly file: string;
  readonly origin: Origin;
}

function downloadOf(
  scope: JobScope,
  { location, type, $ }: BuildDependency,
  index: number,
): Download | undefined {
  if (location === undefined || location.value === '') return undefined;
  if (!/^https?:\/\/[^\s]+$/.test(location.value)) {
    scope.report(
      diagnose('job/package-location', { location: location.value }, spanOf(location.origin), {
        help: 'write the URL of a `.deb` file',
      }),
    );
  }
  // apt knows a file by the slash in its path, and what it is by its ending.
  return { url: location, file: `${index + 1}.deb`, origin: fromSeveral([type.origin, $.origin]) };
}

/** A version may be the beginning of one; apt takes a star at its end for that. */
function packageWord(dependency: BuildDependency): Valued<string> {
  const name = packageOf(dependency) ?? '';
  const version = versionOf(dependency);
  const word =
    version === undefined ? name : joined`${name}=${version.map((text) => text.replace(/\*$/, ''))}*`;
  return mapValue(word, shellWord);
}

/** Returns the name of the package: all three keys set the same field in the plugin. */
export function packageOf({ package: name, pkg, name: other }: BuildDependency): Sourced<string> | undefined {
  return name ?? pkg ?? other;
}

/** Returns the version that is asked for; an empty text was accepted by the plugin and means none. */
export function versionOf({ version }: BuildDependency): Sourced<string> | undefined {
  return version === undefined || version.value === '' ? undefined : version;
}
