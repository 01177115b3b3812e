import { PARAMETERS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import type { NamedParameter } from './simple-parameters.ts';

/** A password that is not kept with the build. */
export interface NonStoredPasswordParameter extends NamedParameter {
  readonly kind: 'non-stored-password';
}

/** A password that is not kept with the build, by the Mask Passwords plugin. */
export const nonStoredPassword: Thing<NonStoredPasswordParameter> = {
  kind: 'non-stored-password',
  needs: use(PARAMETERS, 'nonStoredPasswordParam', 'jobs ask for passwords'),
  xml: ({ name, description }) =>
    element('com.michelin.cio.hudson.plugins.passwordparam.PasswordParameterDefinition', [
      leaf('name', name),
      leaf('description', description ?? ''),
    ]),
  dsl: ({ name, description }, dsl) => dsl.call('nonStoredPasswordParam', name, description),
};
