import type { Text } from '../../compiler/text/traced-text.ts';
import type {
  AmazonWebServicesBinding,
  CertificateKeystoreBinding,
  DockerServerCertificateBinding,
  SshUserPrivateKeyBinding,
} from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use, WRAPPERS } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

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

/** Half a sentence for plugins.txt. */
const reason = 'jobs read credentials as variables';

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

const sshUserPrivateKey: Thing<SpecNode<'ssh-user-private-key', SshUserPrivateKeyBinding>> = {
  kind: 'ssh-user-private-key',
  needs: elementsOf('credentials-binding', 'jobs read SSH keys as files', '1.13'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.SSHUserPrivateKeyBinding`, [
      leaf('credentialsId', spec.credentials),
      leaf('keyFileVariable', spec.key_file_variable),
      ...optional('usernameVariable', spec.username_variable),
      ...optional('passphraseVariable', spec.passphrase_variable),
    ]),
};

const certificateKeystore: Thing<SpecNode<'certificate-keystore', CertificateKeystoreBinding>> = {
  kind: 'certificate-keystore',
  needs: elementsOf('credentials-binding', 'jobs read certificates as files', '1.13'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.CertificateMultiBinding`, [
      leaf('credentialsId', spec.credentials),
      leaf('keystoreVariable', spec.keystore_variable),
      ...optional('passwordVariable', spec.password_variable),
      ...optional('aliasVariable', spec.alias_variable),
    ]),
};

const dockerServerCertificate: Thing<SpecNode<'docker-server-certificate', DockerServerCertificateBinding>> =
  {
    kind: 'docker-server-certificate',
    needs: elementsOf('docker-commons', 'jobs read certificates for Docker servers'),
    xml: ({ spec }) =>
      element('org.jenkinsci.plugins.docker.commons.credentials.DockerServerCredentialsBinding', [
        leaf('credentialsId', spec.credentials),
        leaf('variable', spec.variable),
      ]),
  };

const amazonWebServices: Thing<SpecNode<'amazon-web-services', AmazonWebServicesBinding>> = {
  kind: 'amazon-web-services',
  needs: elementsOf('aws-credentials', 'jobs read keys of AWS as variables', '1.30'),
  xml: ({ spec }) =>
    element('com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentialsBinding', [
      leaf('credentialsId', spec.credentials),
      leaf('accessKeyVariable', spec.access_key),
      leaf('secretKeyVariable', spec.secret_key),
      ...optional('roleArn', spec.role_arn),
      ...optional('roleSessionName', spec.role_session_name),
      leaf('roleSessionDurationSeconds', 0),
    ]),
};

const things = [
  single('string', 'String', 'string'),
  single('file', 'File', 'file'),
  single('zip-file', 'ZipFile', 'zipFile'),
  single('username-colon-password', 'UsernamePassword', 'usernamePassword'),
  usernamePassword,
  sshUserPrivateKey,
  certificateKeystore,
  dockerServerCertificate,
  amazonWebServices,
] as const;

/** One secret. */
export type CredentialsBinding = NodeOf<typeof things>;

const bindings = thingFamily(things);

/** Gives secrets to the build steps as variables, by the Credentials Binding plugin. */
export const credentialsBinding: Thing<CredentialsBindingWrapper> = {
  kind: 'credentials-binding',
  needs: use(WRAPPERS, 'credentialsBinding', reason),
  xml: (wrapper) =>
    element(`${PACKAGE}.SecretBuildWrapper`, [element('bindings', bindings.plain(wrapper.bindings))]),
  dsl: (wrapper, dsl) =>
    dsl.block('credentialsBinding', () => dsl.each(wrapper.bindings, (each) => bindings.dsl(each, dsl))),
  hasCalls: (wrapper) => bindings.called(wrapper.bindings).length === wrapper.bindings.length,
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
