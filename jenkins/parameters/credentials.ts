import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { PARAMETERS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import type { NamedParameter } from './simple-parameters.ts';

/** One of the credentials of a type. */
export interface CredentialsParameter extends NamedParameter {
  readonly kind: 'credentials';
  /** Java interface of the credentials; not empty. */
  readonly type: Text;
  readonly required?: Valued<boolean> | undefined;
  readonly defaultValue?: Text | undefined;
}

/** One of the credentials of a type, by the Credentials plugin. */
export const credentialsParameter: Thing<CredentialsParameter> = {
  kind: 'credentials',
  needs: use(PARAMETERS, 'credentialsParam', 'jobs ask for credentials'),
  xml: ({ name, description, defaultValue, type, required }) =>
    element('com.cloudbees.plugins.credentials.CredentialsParameterDefinition', [
      leaf('name', name),
      leaf('description', description ?? ''),
      leaf('defaultValue', defaultValue ?? ''),
      leaf('credentialType', type),
      leaf('required', required ?? false),
    ]),
  dsl: ({ name, type, required, defaultValue, description }, dsl) =>
    dsl.block(
      'credentialsParam',
      () => {
        dsl.call('type', type);
        dsl.given('required', required);
        dsl.given('defaultValue', defaultValue);
        dsl.given('description', description);
      },
      name,
    ),
};
