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
 * Returns whether a text can be the name of an annotation: a subdomain of any case with a slash, which may be missing,
 * and a name. Follows IsQualifiedName of apimachinery, which the API server asks about the name in lower case.
 */
export function isAnnotationName(text: string): boolean {
  const slash = text.indexOf('/');
  const prefix = text.slice(0, Math.max(0, slash)).toLowerCase();
  if (slash !== -1 && kubernetesNameProblem(prefix, 'subdomain') !== undefined) return false;
  return /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(text.slice(slash + 1));
}

/** Returns the name that was most likely meant by a wrong one, or undefined. */
export function meantKubernetesName(name: string, form: NameForm): string | undefined {
  const meant = name
    .toLowerCase()
    .replace(form === 'subdomain' ? /[^a-z0-9.]+/g : /[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return meant !== name && kubernetesNameProblem(meant, form) === undefined ? meant : undefined;
}
