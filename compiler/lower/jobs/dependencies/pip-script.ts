import type { BuildDependency } from '../../../../schema/generated/located.ts';
import type { TracedText } from '../../../text/traced-text.ts';
import { renderScript } from '../render-script.ts';
import { packageOf, versionOf } from './package-of.ts';

/** Returns the shell script that installs Python packages. */
export function pipScript(dependencies: readonly BuildDependency[]): TracedText {
  return renderScript('install-pips.sh', {
    packages: dependencies.map((dependency) => {
      const version = versionOf(dependency);
      const name = packageOf(dependency)?.value ?? '';
      return {
        requirement: version === undefined ? name : `${name}==${version}`,
        origin: dependency.$.origin,
      };
    }),
  });
}
