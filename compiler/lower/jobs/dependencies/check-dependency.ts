import type { BuildDependency } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { spanOf } from '../../../text/span-of.ts';
import { packageRules } from '../../images/package-rules.ts';
import type { JobScope } from '../job-scope.ts';
import { packageOf, versionOf } from './package-of.ts';

const nouns: Readonly<Record<BuildDependency['type']['value'], string>> = {
  'debian-package': 'Debian package',
  'gem-package': 'gem',
  'pip-package': 'Python package',
};

/** Returns whether a build dependency can be installed, and reports why not. */
export function checkDependency(scope: JobScope, dependency: BuildDependency): boolean {
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
  if (asked === undefined || rules.version.test(asked)) return true;
  scope.report(
    diagnose('job/package-version', { version: asked, type: noun }, version && spanOf(version.origin)),
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
