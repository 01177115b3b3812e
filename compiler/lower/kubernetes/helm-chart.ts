import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Traceable } from '../../text/traceable.ts';
import { bare, optionEntries } from './options.ts';
import type { Scope } from './scope.ts';
import { pinnedVersion } from './version.ts';
import { written } from './written.ts';

/** Returns the spec of a HelmChart resource of `helm.kubedex.com/v1`. */
export function helmChartSpec(
  scope: Scope,
  service: Service,
): { readonly [key: string]: Traceable | undefined } {
  const { chart, repo, values_content: values, ignore, options } = service;
  const set = chartValues(scope, service);
  return {
    chart,
    repo,
    version: pinnedVersion(service.version),
    targetNamespace: service.target_namespace ?? scope.environment.namespace,
    set: Object.keys(set).length === 0 ? undefined : set,
    valuesContent: values,
    ignore: written(ignore),
    options: optionEntries(options).length === 0 ? undefined : options,
  };
}

/** A value under `set` is a text or a whole number; other scalars are written as text, deeper ones cannot be. */
function chartValues(scope: Scope, service: Service): { readonly [key: string]: Traceable } {
  const result: Record<string, Traceable> = Object.create(null);
  for (const [key, value] of optionEntries(service.set)) {
    const plain = bare(value);
    if (typeof plain === 'object') {
      scope.report(
        diagnose('kubernetes/nested-chart-value', { key }, spanOf(service.$.origin), {
          help: `write it as text in \`values_content\`, or as \`${key}.<name>\` with a plain value`,
        }),
      );
    } else if (typeof plain === 'string' || Number.isInteger(plain)) {
      result[key] = value;
    } else {
      result[key] = sourced(String(plain), service.$.origin);
    }
  }
  return result;
}
