import type { ApplicationDependency } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/span-of.ts';
import { packageRules } from './package-rules.ts';

/** Reports packages whose name or version the installer cannot take. */
export function checkPackages(
  dependencies: readonly ApplicationDependency[],
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const { name, type, version } of dependencies) {
    const rules = packageRules[type.value];
    const kind = nouns[type.value];
    if (!rules.name.test(name.value)) {
      report(
        diagnose('image/package', { name: name.value, type: kind }, spanOf(name.origin), {
          help: 'write one package per entry, and its version under `version`',
        }),
      );
    }
    if (version === undefined || version.value === '' || rules.version.test(version.value)) continue;
    report(diagnose('image/package-version', { version: version.value, type: kind }, spanOf(version.origin)));
  }
}

const nouns: Readonly<Record<ApplicationDependency['type']['value'], string>> = {
  'debian-package': 'Debian package',
  'gem-package': 'gem',
  'pip-package': 'Python package',
};
