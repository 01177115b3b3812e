import { kubernetesNameProblem } from './kubernetes-name.ts';

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const MOST = 63;

/**
 * Returns what is wrong with the key of a label, or undefined for a good one: a name, perhaps behind a DNS name and a
 * slash. Follows `IsQualifiedName` of k8s.io/apimachinery/pkg/util/validation.
 */
export function labelKeyProblem(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) return 'it has more than one `/`';
  const name = parts.at(-1) ?? '';
  if (parts.length === 2) {
    const problem = kubernetesNameProblem(parts[0] ?? '', 'subdomain');
    if (problem !== undefined) return `before the \`/\`, ${problem}`;
  }
  if (name === '') return 'it is empty';
  if (name.length > MOST) return `it has more than ${MOST} characters`;
  return NAME.test(name)
    ? undefined
    : 'it must be letters, digits, `-`, `_` and `.`, with a letter or digit at both ends';
}

/** Returns what is wrong with the key of an annotation, or undefined: that of a label, but in any case before the slash. */
export function annotationKeyProblem(key: string): string | undefined {
  return labelKeyProblem(key.toLowerCase());
}

/** Returns what is wrong with the value of a label, or undefined. It may be empty. Follows `IsValidLabelValue`. */
export function labelValueProblem(value: string): string | undefined {
  if (value === '' || (value.length <= MOST && NAME.test(value))) return undefined;
  if (value.length > MOST) return `it has more than ${MOST} characters`;
  return 'it must be letters, digits, `-`, `_` and `.`, with a letter or digit at both ends';
}
