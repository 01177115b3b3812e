import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** A secret in one variable: its text, the path of its file, or `user:password`. */
export interface SingleBinding<Kind extends string> extends ItemNode {
  readonly kind: Kind;
  readonly variable: Text;
  readonly credentials: Text;
}

/** A user and a password in two variables. */
export interface UsernamePasswordBinding extends ItemNode {
  readonly kind: 'username-password';
  readonly usernameVariable: Text;
  readonly passwordVariable: Text;
  readonly credentials: Text;
}

/** Gives secrets to the build steps as variables. */
export interface CredentialsBindingWrapper extends ItemNode {
  readonly kind: 'credentials-binding';
  readonly bindings: readonly CredentialsBinding[];
}

const PACKAGE = 'org.jenkinsci.plugins.credentialsbinding.impl';

const usernamePassword: Thing<UsernamePasswordBinding> = {
  kind: 'username-password',
  needs: use(
    'helpers.wrapper.CredentialsBindingContext',
    'usernamePassword',
    'jobs read a user and a password as variables',
  ),
  xml: ({ credentials, usernameVariable, passwordVariable }) =>
    element(`${PACKAGE}.UsernamePasswordMultiBinding`, [
      leaf('credentialsId', credentials),
      leaf('usernameVariable', usernameVariable),
      leaf('passwordVariable', passwordVariable),
    ]),
  dsl: ({ usernameVariable, passwordVariable, credentials }, dsl) =>
    dsl.call('usernamePassword', usernameVariable, passwordVariable, credentials),
};

const things = [
  single('string', 'String', 'string'),
  single('file', 'File', 'file'),
  single('username-colon-password', 'UsernamePassword', 'usernamePassword'),
  usernamePassword,
] as const;

/** One secret. */
export type CredentialsBinding = NodeOf<typeof things>;

const bindings = thingFamily(things);

/** Gives secrets to the build steps as variables, by the Credentials Binding plugin. */
export const credentialsBinding: Thing<CredentialsBindingWrapper> = {
  kind: 'credentials-binding',
  needs: use(WRAPPERS, 'credentialsBinding', 'jobs read credentials as variables'),
  xml: (wrapper) =>
    element(`${PACKAGE}.SecretBuildWrapper`, [element('bindings', wrapper.bindings.map(bindings.xml))]),
  dsl: (wrapper, dsl) =>
    dsl.block('credentialsBinding', () => dsl.each(wrapper.bindings, (each) => bindings.dsl(each, dsl))),
  inside: (wrapper, needs) => bindings.needs(wrapper.bindings, needs),
};

function single<Kind extends string>(kind: Kind, type: string, method: string): Thing<SingleBinding<Kind>> {
  return {
    kind,
    needs: 'core',
    xml: ({ variable, credentials }) =>
      element(`${PACKAGE}.${type}Binding`, [leaf('variable', variable), leaf('credentialsId', credentials)]),
    dsl: ({ variable, credentials }, dsl) => dsl.call(method, variable, credentials),
  };
}
