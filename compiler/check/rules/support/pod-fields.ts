import { type SuggestionAllowance, suggestion } from '../../../util/suggestion.ts';

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
export function podFieldProblem(path: string, allowance?: SuggestionAllowance): string | undefined {
  if (fields.includes(path) || /^metadata\.(labels|annotations)\['[^']+'\]$/.test(path)) return undefined;
  const near = suggestion(path, fields, allowance);
  return near === undefined
    ? `fields are ${fields.map((field) => `\`${field}\``).join(', ')}, and labels and annotations by name`
    : `did you mean \`${near}\`?`;
}
