/**
 * The three forms of names that Kubernetes has: `service` is a label of RFC 1035 (it starts with a letter), `label` one
 * of RFC 1123, `subdomain` several of them with dots between.
 */
export type NameForm = 'service' | 'label' | 'subdomain';

const lengths: Readonly<Record<NameForm, number>> = { service: 63, label: 63, subdomain: 253 };

const forms: Readonly<Record<NameForm, RegExp>> = {
  service: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  label: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  subdomain: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
};

/** Returns what is wrong with a name of this form, or undefined for a good one. */
export function kubernetesNameProblem(
  name: string,
  form: NameForm,
  most = lengths[form],
): string | undefined {
  if (name.length > most) return `it has more than ${most} characters`;
  if (forms[form].test(name)) return undefined;
  if (name === '') return 'it is empty';
  const other = /[^-a-zA-Z0-9.]/.exec(name)?.[0];
  if (other !== undefined) return `\`${other}\` cannot stand in it`;
  if (/[A-Z]/.test(name)) return 'it has upper-case letters';
  if (form !== 'subdomain' && name.includes('.')) return 'a dot cannot stand in it';
  if (form === 'service' && /^[0-9]/.test(name)) return 'it starts with a digit';
  return 'it must start and end with a letter or digit';
}

/**
 * Returns what is wrong with a key of a Secret or a ConfigMap, or undefined for a good one. Each key is the name of a
 * file where it is mounted. Follows `IsConfigMapKey` of k8s.io/apimachinery/pkg/util/validation.
 */
export function secretKeyProblem(key: string): string | undefined {
  if (key.length > 253) return 'it has more than 253 characters';
  if (!/^[-._a-zA-Z0-9]+$/.test(key)) return 'a key is made of letters, digits, `-`, `_` and `.`';
  return key === '.' || key.startsWith('..') ? 'a key is not `.`, and does not start with `..`' : undefined;
}

/** Returns the name that was most likely meant by a wrong one, or undefined. */
export function meantKubernetesName(name: string, form: NameForm): string | undefined {
  const meant = name
    .toLowerCase()
    .replace(form === 'subdomain' ? /[^a-z0-9.]+/g : /[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return meant !== name && kubernetesNameProblem(meant, form) === undefined ? meant : undefined;
}
