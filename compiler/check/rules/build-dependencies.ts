import type { BuildDependency } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Rule } from './rule.ts';
import { at, isWritten, keyOf } from './support/at.ts';

const names = ['package', 'pkg', 'name'] as const;
const debianFields = ['location', 'repository', 'repository_key'] as const;

/** A build dependency names one package, and where it comes from in a form that its installer knows. */
export const buildDependenciesRule: Rule = {
  name: 'build-dependencies',
  *check(specs) {
    for (const { dependencies } of specs.build?.components ?? []) {
      for (const dependency of dependencies) {
        yield* checkName(dependency);
        yield* checkSource(dependency);
      }
    }
  },
};

function* checkName(dependency: BuildDependency): Generator<Diagnostic> {
  const written = names.filter((name) => isWritten(dependency, name));
  if (written.length === 0 && dependency.$.hasUnknown === true) return;
  if (written.length !== 1) {
    const found = written.length === 0 ? 'none' : written.map((name) => `\`${name}\``).join(' and ');
    yield diagnose('check/package-name', { found }, keyOf(dependency, written[1] ?? ''), {
      help: written.length === 0 ? 'add `package: <name>`' : 'keep `package`, and remove the others',
    });
    return;
  }
  const name = dependency.package;
  if (name === undefined || !/\s/.test(name.value.trim())) return;
  yield diagnose('check/several-packages', { package: name.value }, at(name), {
    help: 'write one entry for each package',
  });
}

function* checkSource(dependency: BuildDependency): Generator<Diagnostic> {
  const { type, location, repository } = dependency;
  if (type.value !== 'debian-package') {
    for (const field of debianFields) {
      if (!isWritten(dependency, field)) continue;
      const parameters = { field, type: type.value };
      yield diagnose('check/debian-only', parameters, keyOf(dependency, field), { help: 'remove it' });
    }
    return;
  }
  if (location !== undefined && !/^[a-z]+:\/\/\S+\.deb$/i.test(location.value)) {
    yield diagnose('check/package-location', { location: location.value }, at(location), {
      help: 'write a URL that ends with the name of the file, such as `https://example.com/tool_1.0_amd64.deb`',
    });
  }
  if (
    repository !== undefined &&
    !/^(ppa:[^\s/]+\/\S+|deb(-src)?\s.+|[a-z]+:\/\/\S+)$/i.test(repository.value)
  ) {
    yield diagnose('check/package-repository', { repository: repository.value }, at(repository), {
      help: 'write `ppa:owner/name`, a whole `deb ...` line, or a URL',
    });
  }
}
