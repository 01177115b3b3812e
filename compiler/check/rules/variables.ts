import type { EnvVariable } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { secretKeyProblem } from '../../util/kubernetes-name.ts';
import { allowanceOf, type SuggestionAllowance, suggestion } from '../../util/suggestion.ts';
import { at, isWritten, keyOf, type Rule } from './rule.ts';
import { containersOf, eachOwnService } from './support/each-service.ts';

/** Fields of a pod that a variable may hold. From the documentation of the downward API of Kubernetes 1.30. */
const fields: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** Returns what to write instead of a path that is no field of a pod, or undefined for a good one. */
function podFieldProblem(path: string, allowance?: SuggestionAllowance): string | undefined {
  if (fields.includes(path) || /^metadata\.(labels|annotations)\['[^']+'\]$/.test(path)) return undefined;
  const near = suggestion(path, fields, allowance);
  return near === undefined
    ? `fields are ${fields.map((field) => `\`${field}\``).join(', ')}, and labels and annotations by name`
    : `did you mean \`${near}\`?`;
}

const SECRET = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Returns what is wrong with `secret/key`, or with one word that is both the name of a Secret and its key (B04).
 * Secrets are named as RFC 1123 subdomains, keys by letters, digits, `-`, `_` and `.`.
 */
function secretReferenceProblem(text: string): string | undefined {
  const parts = text.split('/');
  const [secret = '', key = secret] = parts;
  if (parts.length > 2) return 'it has more than one `/`';
  if (secret === '' || key === '') return 'a part is empty';
  if (secret.length > 253 || !SECRET.test(secret)) {
    return 'a Secret is named by lower-case letters, digits, `-` and `.`';
  }
  return secretKeyProblem(key);
}

/** `$$(NAME)` stands for the text `$(NAME)`, and is meant so. */
const DOUBLED = /(?<!\$)(?:\$\$\$\$)*\$\$(?![$(])/;

/** The value is not shown: it may be a secret. */
function doubledDollar({ name, value }: EnvVariable): Diagnostic {
  return diagnose('check/doubled-dollar', { name: name?.value ?? '' }, at(value), {
    help: 'write `$$$$` for two dollar signs, one `$` for one, or take the value from a Secret, which arrives as it is',
  });
}

/** A variable of a container is plain text, a key of a Secret or a field of the pod. */
export const variablesRule: Rule = {
  name: 'variables',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      for (const { env } of containersOf(service)) {
        for (const variable of env) {
          if (!isPlain(variable)) yield* checkVariable(variable, allowanceOf(specs));
          else if (DOUBLED.test(variable.value.value)) yield doubledDollar(variable);
        }
      }
    }
  },
};

/** Nearly all variables are a name and a text. */
function isPlain({ $ }: EnvVariable): boolean {
  return $.fields.has('name') && !$.fields.has('secret') && !$.fields.has('pod_field');
}

function* checkVariable(variable: EnvVariable, allowance: SuggestionAllowance): Generator<Diagnostic> {
  if (isWritten(variable, 'secret')) yield* checkSecret(variable);
  else if (isWritten(variable, 'pod_field')) yield* checkPodField(variable, allowance);
  else if (!isWritten(variable, 'name') && variable.$.hasUnknown !== true) {
    const problem = 'a variable needs a `name`';
    yield diagnose('check/variable-form', { problem }, variable.$.span, {
      help: 'write `name` and `value`, or `secret: <variable>` and `value: <Secret>/<key>`',
    });
  }
}

function* checkSecret(variable: EnvVariable): Generator<Diagnostic> {
  const { name, secret, value, pod_field: field } = variable;
  if (name !== undefined && secret !== undefined && name.value !== secret.value) {
    const problem = `\`name\` has no effect beside \`secret\`, which is the name of the variable`;
    yield diagnose('check/variable-form', { problem }, keyOf(variable, 'name'), {
      help: `write \`secret: ${name.value}\` and \`value: <Secret>/<key>\`, without \`name\``,
    });
  }
  if (field !== undefined) yield twoForms(variable, 'pod_field', 'secret');
  if (value.value === '') {
    const problem = '`secret` needs a `value` that names the Secret';
    yield diagnose('check/variable-form', { problem }, keyOf(variable, 'secret'), {
      help: 'add `value: <Secret>/<key>`',
    });
    return;
  }
  const problem = secretReferenceProblem(value.value);
  if (problem === undefined) return;
  yield diagnose('check/secret-reference', { reference: shown(value), problem }, at(value), {
    help: 'write the name of the Secret and its key: `web-db/password`',
  });
}

function* checkPodField(variable: EnvVariable, allowance: SuggestionAllowance): Generator<Diagnostic> {
  const { value, pod_field: field } = variable;
  if (!isWritten(variable, 'name')) {
    const problem = 'a variable needs a `name`';
    yield diagnose('check/variable-form', { problem }, variable.$.span, { help: 'add `name: <variable>`' });
  }
  if (value.value !== '') yield twoForms(variable, 'value', 'pod_field');
  const problem = field === undefined ? undefined : podFieldProblem(field.value, allowance);
  if (field === undefined || problem === undefined) return;
  yield diagnose('check/pod-field', { path: field.value }, at(field), {
    help: problem,
  });
}

function twoForms(variable: EnvVariable, field: string, other: string): Diagnostic {
  const problem = `a variable has either \`${other}\` or \`${field}\``;
  return diagnose('check/variable-form', { problem }, keyOf(variable, field), {
    help: `remove \`${field}\``,
  });
}

/** A password where the name of a Secret is due must not be shown. */
function shown(value: Sourced<string>): string {
  return value.value.length > 40 || /[^-\w./]/.test(value.value) ? '...' : value.value;
}
