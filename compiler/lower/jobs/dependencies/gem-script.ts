import type { BuildDependency } from '../../../../schema/generated/located.ts';
import type { TracedText } from '../../../text/traced-text.ts';
import { renderScript } from '../render-script.ts';
import { packageOf, versionOf } from './package-of.ts';

/** Returns the shell script that installs gems. gem takes words after `--` for flags of the build, so it has none. */
export function gemScript(dependencies: readonly BuildDependency[]): TracedText {
  return renderScript('install-gems.sh', {
    packages: dependencies.map((dependency) => ({
      name: packageOf(dependency)?.value ?? '',
      version: versionOf(dependency) ?? '',
      origin: dependency.$.origin,
    })),
  });
}
