import { assertNever } from '../../../util/assert-never.ts';
import type { PlacedText } from './text-places.ts';

/** Returns how to say a secret at its place without writing it down. */
export function secretHelp({ kind, name }: PlacedText): string {
  switch (kind) {
    case 'service-variable':
      return `write \`secret: ${name ?? 'NAME'}\` and \`value: <Secret>/<key>\`: the variable then comes from a Secret`;
    case 'build-variable':
      return 'write `credentials: <id>` instead of `value`, for a credential of type `secret-text` in jenkins.bitesize';
    case 'agent-variable':
      return 'write `secret: <Secret>` and `key: <key>` instead of `value`';
    case 'global-variable':
      return 'add a credential of type `secret-text` to jenkins.bitesize, and bind it in the components that need it';
    case 'options':
      return 'give the resource the name of a Secret that its controller reads, not the secret itself';
    case 'annotation':
      return 'anybody who may list pods can read annotations: mount a Secret as a volume instead';
    case 'header':
      return 'let the probe ask for a path that needs no login';
    case 'script':
      return 'keep it in a credential, bind it with `env` (`name` and `credentials`), and read the variable here';
    case 'command':
      return 'put it into a variable with `secret`, and write `$(VARIABLE)` here';
    case 'repository':
      return 'remove the login from the URL, and name a credential of jenkins.bitesize with `credentials: <id>`';
    case 'chart':
      return 'remove the login from the URL, and let the chart controller log in with a Secret';
    case 'other':
      return 'keep it in a Secret or in a Jenkins credential, and refer to it by name';
    default:
      return assertNever(kind);
  }
}
