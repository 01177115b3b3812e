import type { SecretsOperator } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Controller } from '../../../model/controller/controller.ts';
import type { ExternalSecret } from '../../../model/controller/external-secret.ts';
import { spanOf } from '../../../text/origin.ts';
import { allowanceOf, suggestion } from '../../../util/suggestion.ts';
import { pathPlaceholders, placeholdersIn } from './external-secrets.ts';

/** Returns what is wrong with where the operator of a shared controller takes the values of Secrets from. */
export function checkSecrets(
  secrets: SecretsOperator,
  controllers: readonly Pick<Controller, 'role' | 'project' | 'externalSecrets'>[],
): readonly Diagnostic[] {
  const { operator, store, path } = secrets;
  if (operator.value === 'none') return [];
  const diagnostics: Diagnostic[] = [];
  if (store === undefined) {
    diagnostics.push(
      diagnose('fleet/secret-store', {}, spanOf(operator.origin), {
        help: 'name a ClusterSecretStore of the cluster: `store: vault`',
      }),
    );
  }
  const known: readonly string[] = pathPlaceholders;
  const unknown = placeholdersIn(path.value).filter((name) => !known.includes(name));
  for (const placeholder of new Set(unknown)) {
    const near = suggestion(placeholder, known, allowanceOf(secrets));
    const all = known.map((name) => `\`{${name}}\``).join(', ');
    diagnostics.push(
      diagnose('fleet/secret-path', { placeholder }, spanOf(path.origin), {
        help: near === undefined ? `these are known: ${all}` : `did you mean \`{${near}}\`?`,
      }),
    );
  }
  return unknown.length > 0 ? diagnostics : [...diagnostics, ...sharedPaths(secrets, controllers)];
}

interface Taken {
  readonly owner: string;
  readonly secret: ExternalSecret;
}

/** A Secret of one name may be in several namespaces of its project: that is one secret. All else is two. */
function sharedPaths(
  { path, operator }: SecretsOperator,
  controllers: readonly Pick<Controller, 'role' | 'project' | 'externalSecrets'>[],
): readonly Diagnostic[] {
  const taken = new Map<string, Taken>();
  const found: { readonly one: Taken; readonly other: Taken; readonly key: string }[] = [];
  for (const { role, project, externalSecrets } of controllers) {
    const owner =
      role.kind === 'part' ? `project \`${role.hosting.folder.value}\`` : `controller \`${project.value}\``;
    for (const secret of externalSecrets) {
      for (const key of secret.keys) {
        const place = `${secret.path.value}\n${key.value}`;
        const one = taken.get(place);
        const other = { owner, secret };
        if (one === undefined) taken.set(place, other);
        else if (one.owner !== owner || one.secret.inStore.value !== secret.inStore.value)
          found.push({ one, other, key: key.value });
      }
    }
  }
  const [first] = found;
  if (first === undefined) return [];
  const { one, other, key } = first;
  const named = ({ owner, secret }: Taken) => `the Secret \`${secret.inStore.value}\` of ${owner}`;
  const parameters = {
    one: named(one),
    other: named(other),
    key,
    path: one.secret.path.value,
    more: found.length - 1,
  };
  const missing = ['project', 'secret'].filter((name) => !path.value.includes(`{${name}}`));
  return [
    diagnose('fleet/shared-secret-path', parameters, spanOf(path.origin) ?? spanOf(operator.origin), {
      help:
        missing.length > 0
          ? `put ${missing.map((name) => `\`{${name}}\``).join(' and ')} into the path`
          : 'put something into the path that tells them apart, such as a folder before `{project}`',
    }),
  ];
}
