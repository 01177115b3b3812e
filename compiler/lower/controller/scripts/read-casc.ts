import type { CascFile } from '../../../../schema/generated/located.ts';
import { findSecrets, judgeValue } from '../../../check/rules/secrets/find-secrets.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { SecretKey } from '../../../model/controller/secret-key.ts';
import type { Entry, MappingNode, Node, ScalarNode } from '../../../source/node.ts';
import { parseYaml } from '../../../source/parse-source.ts';
import { sourced } from '../../../text/sourced.ts';
import type { SourceFile, Span } from '../../../text/span.ts';
import type { ControllerScope } from '../controller-scope.ts';

/** A file of Configuration as Code, and what looks at it. */
interface CascRequest {
  readonly source: SourceFile;
  readonly entry: CascFile;
  readonly scope: ControllerScope;
  readonly allowPlainSecrets: boolean;
}

/**
 * What the generated scripts set, by its path in Configuration as Code, and the field of the specs for it.
 */
const setByScripts: ReadonlyMap<string, string> = new Map([
  ['jenkins.securityRealm', 'jenkins.realm'],
  ['jenkins.authorizationStrategy', 'jenkins.authorization'],
  ['jenkins.systemMessage', 'jenkins.system_message'],
  ['jenkins.globalNodeProperties', 'jenkins.env'],
  ['jenkins.clouds', 'jenkins.agents'],
  ['jenkins.views', 'jenkins.views'],
  ['unclassified.location', 'jenkins.url'],
  ['unclassified.mailer', 'jenkins.mail'],
  ['unclassified.slackNotifier', 'jenkins.slack'],
  ['security.gitHostKeyVerificationConfiguration', 'jenkins.known_hosts'],
  ['credentials', 'jenkins.credentials'],
]);

/** What would end every start when it has another value than the allowed one, and why: the last script refuses it. */
const refused: ReadonlyMap<
  string,
  { readonly isRefused: (text: string) => boolean; readonly because: string }
> = new Map([
  [
    'jenkins.numExecutors',
    { isRefused: (text) => text !== '0', because: 'no build may run on the controller' },
  ],
  [
    'jenkins.authorizationStrategy',
    { isRefused: (text) => text === 'unsecured', because: 'everybody may do everything' },
  ],
]);

/** Variables that the pod of the controller has besides those of the image. */
const variables: ReadonlySet<string> = new Set([
  'POD_NAME',
  'POD_NAMESPACE',
  'POD_IP',
  'SECRETS',
  'JENKINS_HOME',
  'JENKINS_VERSION',
  'JENKINS_OPTS',
  'JENKINS_JAVA_OPTS',
  'JENKINS_SLAVE_AGENT_PORT',
  'JAVA_HOME',
  'HOSTNAME',
  'HOME',
  'PATH',
  'REF',
]);

/** A reference to a value: `${name}` or `${name:-default}`, but not `^${name}`. Those with others inside come later. */
const REFERENCE = /(?<!\^)\$\{([^${}]*)\}/g;

/** Functions of Configuration as Code (`SecretSourceResolver`), which stand before what they are applied to. */
const FUNCTION = /^(?:base64|decodeBase64|file|fileBase64|readFile|readFileBase64|sysProp|json|trim):/;

/** Returns the keys of Secrets that a file refers to, and reports what is wrong with it. */
export function readCasc(request: CascRequest): readonly SecretKey[] {
  const { root, diagnostics } = parseYaml(request.source);
  const { report } = request.scope;
  diagnostics.forEach(report);
  if (root === undefined) return [];
  if (root.kind !== 'mapping') {
    report(
      diagnose('controller/casc-file', { found: root.kind === 'sequence' ? 'a list' : 'a text' }, root.span, {
        help: 'start with a key such as `jenkins:` or `unclassified:`',
      }),
    );
    return [];
  }
  reportOverrides(root, request.scope);
  const found = new Map<string, SecretKey>();
  for (const { node, key } of scalars(root, '')) {
    for (const finding of plainSecrets(node, key, request)) report(finding);
    for (const secret of references(node, request))
      found.set(`${secret.secret.value}/${secret.key.value}`, secret);
  }
  return [...found.values()];
}

function reportOverrides(root: MappingNode, scope: ControllerScope): void {
  for (const { key, value } of root.entries) {
    reportOverride(key.text, { key, value }, scope);
    if (value.kind !== 'mapping') continue;
    for (const entry of value.entries) reportOverride(`${key.text}.${entry.key.text}`, entry, scope);
  }
}

function reportOverride(path: string, { key, value }: Entry, { report, settings }: ControllerScope): void {
  const rule = refused.get(path);
  if (value.kind === 'scalar' && rule?.isRefused(value.text) === true) {
    const { because } = rule;
    report(diagnose('controller/casc-refused', { path, because }, value.span, { help: 'leave it out' }));
    return;
  }
  const field = setByScripts.get(path);
  // A script for Slack is there only where the settings have it.
  if (field === undefined || (field === 'jenkins.slack' && settings.slack === undefined)) return;
  report(
    diagnose('controller/casc-overrides', { path, field }, key.span, {
      help: `write it in \`${field}\` of jenkins.bitesize, where it is checked, and leave it out here`,
    }),
  );
}

interface KeyedScalar {
  readonly node: ScalarNode;
  /** The key that it stands under. */
  readonly key: string;
}

function* scalars(node: Node, key: string): Generator<KeyedScalar> {
  if (node.kind === 'scalar') yield { node, key };
  else if (node.kind === 'sequence') for (const item of node.items) yield* scalars(item, key);
  else for (const entry of node.entries) yield* scalars(entry.value, entry.key.text);
}

function* references({ text, span }: ScalarNode, { scope }: CascRequest): Generator<SecretKey> {
  for (const [whole, inside = ''] of text.matchAll(REFERENCE)) {
    const [named = ''] = inside.split(':-');
    if (FUNCTION.test(named)) continue;
    const at = spanOfText(span, whole);
    const [, secret, key] = /^([a-z0-9](?:[-a-z0-9.]*[a-z0-9])?)\/([-._a-zA-Z0-9]+)$/.exec(named) ?? [];
    if (secret !== undefined && key !== undefined) {
      const origin = { kind: 'spec', span: at } as const;
      yield { secret: sourced(secret, origin), key: sourced(key, origin) };
    } else if (!variables.has(named) && !inside.includes(':-')) {
      scope.report(
        diagnose('controller/casc-reference', { name: named }, at, {
          help: 'write `${<Secret>/<key>}` for a key of a Secret in the namespace of the controller',
        }),
      );
    }
  }
}

function* plainSecrets(
  { text, span }: ScalarNode,
  key: string,
  { allowPlainSecrets }: CascRequest,
): Generator<Diagnostic> {
  const severity = allowPlainSecrets ? ({ severity: 'warning' } as const) : {};
  const details = { help: 'write `${<Secret>/<key>}`: the value then comes from a Secret' };
  const [first] = findSecrets(text).filter(({ kind }) => kind === 'literal');
  if (first?.by === 'form')
    yield { ...diagnose('secret/token', { what: first.what }, span, details), ...severity };
  else if (!text.includes('${') && judgeValue(key, text) === 'literal')
    yield { ...diagnose('secret/plain-value', { name: key }, span, details), ...severity };
  else if (first?.by === 'url') yield { ...diagnose('secret/url-password', {}, span, details), ...severity };
  else if (first !== undefined)
    yield { ...diagnose('secret/in-script', { name: first.what }, span, details), ...severity };
}

/** Returns the place of a piece of a scalar, or of all of it where it is written in another way. */
function spanOfText(span: Span, piece: string): Span {
  const start = span.file.text.slice(span.start, span.end).indexOf(piece);
  return start === -1 ? span : { ...span, start: span.start + start, end: span.start + start + piece.length };
}
