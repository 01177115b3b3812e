import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { BuildDependency, Component } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { fromSeveral, spanOf } from '../../../text/origin.ts';
import { joined, type TracedText } from '../../../text/traced-text.ts';
import { assertNever } from '../../../util/assert-never.ts';
import { groupBy } from '../../../util/group-by.ts';
import { packageRules } from '../../images/install-packages.ts';
import type { JobScope } from '../job-scope.ts';
import { renderScript } from '../render-script.ts';
import { debianScript, packageOf, versionOf } from './debian-script.ts';

const nouns: Readonly<Record<BuildDependency['type']['value'], string>> = {
  'debian-package': 'Debian package',
  'gem-package': 'gem',
  'pip-package': 'Python package',
};

/** Returns whether a build dependency can be installed, and reports why not. */
function checkDependency(scope: JobScope, dependency: BuildDependency): boolean {
  const { type, location, version, $ } = dependency;
  const noun = nouns[type.value];
  const debian = type.value === 'debian-package';
  if (!debian) reportDebianSettings(scope, dependency, noun);
  if (debian && (location?.value ?? '') !== '') return true;
  const name = packageOf(dependency);
  const rules = packageRules[type.value];
  if (name === undefined) {
    const help = debian ? 'add `package` or `location`' : 'add `package`';
    scope.report(diagnose('job/no-package', { type: noun }, $.span, { help }));
    return false;
  }
  // A dash at the end makes apt-get remove the package.
  if (!rules.name.test(name.value) || (debian && name.value.endsWith('-'))) {
    scope.report(
      diagnose('job/package', { name: name.value, type: noun }, spanOf(name.origin), {
        help: 'write one package per entry, and its version under `version`',
      }),
    );
    return false;
  }
  const asked = versionOf(dependency);
  if (asked === undefined || rules.version.test(asked.value)) return true;
  scope.report(
    diagnose('job/package-version', { version: asked.value, type: noun }, version && spanOf(version.origin)),
  );
  return false;
}

function reportDebianSettings(scope: JobScope, dependency: BuildDependency, type: string): void {
  for (const field of ['location', 'repository', 'repository_key'] as const) {
    const value = dependency[field];
    if (value === undefined || value.value === '') continue;
    scope.report(diagnose('job/setting-for-debian', { field, type }, spanOf(value.origin)));
  }
}

/**
 * Returns the build steps that install what a component needs: one for each installer, in the order in which the
 * spec first asks for it. Versions are honoured; the plugin ignored those of pip (B15).
 */
export function installSteps(scope: JobScope, { dependencies }: Component): readonly ShellBuilder[] {
  const usable = dependencies.filter((dependency) => checkDependency(scope, dependency));
  return [...groupBy(usable, ({ type }) => type.value)].map(([type, all]) => ({
    kind: 'shell',
    script: installScript(scope, type, all),
    origin: fromSeveral([
      ...all.map(({ $ }) => $.origin),
      ...(all.length === 1 ? all.map((only) => only.type.origin) : []),
    ]),
  }));
}

function installScript(
  scope: JobScope,
  type: BuildDependency['type']['value'],
  dependencies: readonly BuildDependency[],
): TracedText {
  switch (type) {
    case 'debian-package':
      return debianScript(scope, dependencies);
    case 'gem-package':
      return gemScript(dependencies);
    case 'pip-package':
      return pipScript(dependencies);
    default:
      return assertNever(type);
  }
}

/** Returns the shell script that installs gems. gem takes words after `--` for flags of the build, so it has none. */
function gemScript(dependencies: readonly BuildDependency[]): TracedText {
  return renderScript('install-gems.sh', {
    packages: dependencies.map((dependency) => ({
      name: packageOf(dependency) ?? '',
      version: versionOf(dependency) ?? '',
      origin: fromSeveral([dependency.type.origin, dependency.$.origin]),
    })),
  });
}

/** Returns the shell script that installs Python packages. */
function pipScript(dependencies: readonly BuildDependency[]): TracedText {
  return renderScript('install-pips.sh', {
    packages: dependencies.map((dependency) => {
      const version = versionOf(dependency);
      const name = packageOf(dependency) ?? '';
      return {
        requirement: version === undefined ? name : joined`${name}==${version}`,
        origin: fromSeveral([dependency.type.origin, dependency.$.origin]),
      };
    }),
  });
}
