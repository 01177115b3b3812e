import type {
  SingleBinding,
  UsernamePasswordBinding,
} from '../../../../jenkins/wrappers/credentials-binding.ts';
import type { Component, Publication } from '../../../../schema/generated/located.ts';
import { publishedWith } from '../../../check/rules/publications.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import {
  joined,
  mapValue,
  originsOf,
  plainText,
  type Text,
  TracedText,
  type Valued,
} from '../../../text/traced-text.ts';
import { groupBy } from '../../../util/group-by.ts';
import { withoutSlashesAtEnd } from '../../../util/without-slashes.ts';
import type { JobScope } from '../job-scope.ts';
import { renderScript } from '../render-script.ts';
import { antPatternRegex } from './ant-pattern.ts';
import { workspacePattern } from './apt-api.ts';

/** A token, or a user name and a password. */
type PublishBinding = SingleBinding<'string'> | UsernamePasswordBinding;

/** A shell script that publishes something, and the credential that it reads. */
export interface PublishScript {
  readonly script: TracedText;
  readonly binding: PublishBinding;
  /** Whether it publishes a container image, with a program of its own. */
  readonly isImage: boolean;
  readonly origin: Origin;
}

/** What a type of publication finds without a pattern; nothing where the spec has to say it. */
const usualFiles: Readonly<Record<Publication['type']['value'], string>> = {
  npm: 'package.json',
  pypi: 'dist/*',
  maven: 'pom.xml',
  file: '',
  oci: '',
};

/**
 * Returns the scripts that publish what a component says. The credential is in variables, and never in an argument of a
 * program or in what is logged: npm and Maven fill the variables into a file of settings themselves, uv reads them, and
 * for curl they are in a file of the private folder of the workspace.
 */
export function publishScripts(scope: JobScope, component: Component): readonly PublishScript[] {
  const bindings = new Map(
    publishBindings(scope, component).map((binding) => [plainText(binding.credentials), binding]),
  );
  return component.publish.flatMap((publication) => {
    const binding = bindings.get(publication.credentials.value);
    if (binding === undefined) return [];
    if (publication.type.value === 'oci') return [imageScript(component, publication, binding)];
    const script = renderScript(`publish-${publication.type.value}.sh`, {
      ...filesOf(publication),
      ...loginOf(binding, publication.credentials.origin),
      ...addressesOf(publication, binding),
    });
    return [{ script, binding, isImage: false, origin: originOf(publication) }];
  });
}

function originOf({ type, $ }: Publication): Origin {
  return fromSeveral([type.origin, $.origin]);
}

/** Returns the variables that the scripts read, those of each credential once. */
export function publishBindings({ settings }: JobScope, { publish }: Component): readonly PublishBinding[] {
  const byCredential = groupBy(publish, ({ credentials: { value } }) => value);
  return [...byCredential].flatMap(([id, [first]], index): readonly PublishBinding[] => {
    if (first === undefined) return [];
    const { credentials, type, $ } = first;
    const known = settings.credentials.find((credential) => credential.id.value === id)?.type.value;
    const prefix = `PUBLISH_${index + 1}`;
    return (known ?? publishedWith[type.value][0]) === 'secret-text'
      ? [{ kind: 'string', variable: `${prefix}_TOKEN`, credentials, origin: $.origin }]
      : [
          {
            kind: 'username-password',
            usernameVariable: `${prefix}_USERNAME`,
            passwordVariable: `${prefix}_PASSWORD`,
            credentials,
            origin: $.origin,
          },
        ];
  });
}

/** Returns a binding as the step `withCredentials` takes it. */
export function pipelineBinding(binding: PublishBinding): Valued<string> {
  const id = literal(binding.credentials);
  const text =
    binding.kind === 'string'
      ? joined`string(credentialsId: ${id}, variable: ${literal(binding.variable)})`
      : joined`usernamePassword(credentialsId: ${id}, usernameVariable: ${literal(binding.usernameVariable)}, passwordVariable: ${literal(binding.passwordVariable)})`;
  return sourced(plainText(text), fromSeveral([binding.origin, ...originsOf(text)]));
}

function literal(text: Text): Valued<string> {
  return text instanceof TracedText ? groovyLiteral(text.text) : mapValue(text, groovyLiteral);
}

/**
 * skopeo takes layouts and archives, works without root and a daemon, and is alive; its image has a shell, which those of
 * crane and oras lack or have in other variants only (read 2026-11).
 */
function imageScript(
  { repository, $ }: Component,
  publication: Publication,
  binding: PublishBinding,
): PublishScript {
  const { location, url, version, type } = publication;
  const commit = sourced('"$(printf %.12s "$GIT_COMMIT")"', repository?.$.origin ?? $.origin);
  const script = renderScript('publish-oci.sh', {
    ...loginOf(binding, publication.credentials.origin),
    location: (location ?? sourced('', type.origin)).map((path) =>
      shellWord(path.replace(/^\$(?:WORKSPACE|\{WORKSPACE\})\//, '').replace(/^(?=-)/, './')),
    ),
    host: url.map((name) => registryHost(name)),
    name: url.map(shellWord),
    tag: version === undefined ? commit : version.map(shellText),
  });
  return { script, binding, isImage: true, origin: originOf(publication) };
}

/** The registry of an image, as files with logins call it; Docker Hub has an address of its own there. */
function registryHost(name: string): string {
  const [host = ''] = name.split('/');
  return /^docker\.io$/i.test(host) ? 'https://index.docker.io/v1/' : host.toLowerCase();
}

function filesOf({ type, location }: Publication) {
  const patterns = workspacePattern(location ?? sourced(usualFiles[type.value], type.origin));
  return {
    location: patterns.origin,
    patterns: patterns.value
      .split(',')
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '')
      .map((pattern) => ({ regex: patterns.map(() => antPatternRegex(pattern)) })),
    nothing: patterns.map((all) => `There is nothing to publish: no file is called ${all}`),
  };
}

function loginOf(binding: PublishBinding, origin: Origin) {
  const none = { username: '', password: '', token: '', usernameReference: '', passwordReference: '' };
  if (binding.kind === 'string') return { ...none, token: sourced(plainText(binding.variable), origin) };
  const username = plainText(binding.usernameVariable);
  const password = plainText(binding.passwordVariable);
  return {
    ...none,
    username: sourced(username, origin),
    password: sourced(password, origin),
    usernameReference: `\${env.${username}}`,
    passwordReference: `\${env.${password}}`,
  };
}

/** What of the address of the registry goes into the script of each type. */
function addressesOf({ type, url, version }: Publication, binding: PublishBinding) {
  const folder = url.map((text) => (text.endsWith('/') ? text : `${text}/`));
  const scheme = /^[a-z]+:\/\//i;
  return {
    url: type.value === 'npm' ? folder : url,
    // What npm puts the value of a variable into, below the address without its scheme.
    login: folder.map((text) => text.replace(/^[a-z]+:/i, '')),
    setting:
      binding.kind === 'string'
        ? `:_authToken=\\\${${plainText(binding.variable)}}`
        : ':_auth=\\${PUBLISH_LOGIN}',
    host: url.map((text) => text.replace(scheme, '').replace(/[/:?#].*$/s, '')),
    index: url.map(simpleIndex),
    folder: versionFolder(folder, version),
  };
}

/**
 * Returns the address of the index of Python packages that belongs to one for uploads: PyPI has two hosts, and GitLab, Nexus
 * and Artifactory have the index below the repository.
 */
function simpleIndex(url: string): string {
  const [, host] = /^https:\/\/(?:upload\.|(test\.))pypi\.org\/legacy\/?$/.exec(url) ?? [];
  if (/^https:\/\/upload\.pypi\.org\/legacy\/?$/.test(url)) return 'https://pypi.org/simple/';
  if (host !== undefined) return 'https://test.pypi.org/simple/';
  return `${withoutSlashesAtEnd(url)}/simple/`;
}

/** Returns the folder as a word of a shell command, in which the variables of the version are those of the build. */
function versionFolder(folder: Sourced<string>, version: Sourced<string> | undefined): Sourced<string> {
  if (version === undefined) return folder.map(shellWord);
  return sourced(
    `${shellWord(folder.value)}${shellText(version.value)}/`,
    fromSeveral([folder.origin, version.origin]),
  );
}

/** Returns a text as a word of a shell command, in which `$NAME` and `${NAME}` stand for variables. */
function shellText(text: string): string {
  const parts = text.split(/\$(?:\{(\w+)\}|(\w+))/);
  const words = parts.map((part, at) => {
    if (part === undefined || part === '') return '';
    return at % 3 === 0 ? shellWord(part) : `"$${part}"`;
  });
  return words.join('');
}
