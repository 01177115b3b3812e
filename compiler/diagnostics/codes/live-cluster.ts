import { defineCodes } from '../define-codes.ts';

/** Diagnostics about a running cluster that is compared with the specs. */
export const liveClusterCodes = defineCodes(() => ({
  'live/kubectl': {
    severity: 'error',
    message: (p: { problem: string }) => `cannot run kubectl: ${p.problem}`,
    why: 'The cluster is asked with the kubectl of whoever runs this, and with their login.',
  },
  'live/kubeconfig': {
    severity: 'error',
    message: (p: { path: string }) => `the kubeconfig \`${p.path}\` is part of the checkout`,
    why: 'A kubeconfig names programs to run and a server to trust; whoever proposes a change could write one.',
  },
  'live/context': {
    severity: 'error',
    message: (p: { problem: string }) => `no cluster is meant: ${p.problem}`,
    why: 'Comparing with another cluster than the one that is meant would say nothing.',
  },
  'live/cluster-unreachable': {
    severity: 'error',
    message: (p: { reason: string }) => `the cluster gives no answer: ${p.reason}`,
    why: 'What was not read would be missing without a word, so the comparison ends here.',
  },
  'live/cluster-login': {
    severity: 'error',
    message: (p: { reason: string }) => `the cluster does not take the login: ${p.reason}`,
    why: 'Without a login the cluster shows nothing.',
  },
  'live/unread': {
    severity: 'error',
    message: (p: { objects: string; reason: string }) => `cannot read ${p.objects}: ${p.reason}`,
    why: 'They may be there and differ; they count neither as equal nor as missing.',
  },
  'live/no-dry-run': {
    severity: 'warning',
    message: (p: { objects: string; reason: string }) => `cannot try to apply ${p.objects}: ${p.reason}`,
    why: 'Only the server knows what applying would change and refuse; here the manifests are compared with what is there.',
  },
  'live/unknown-kind': {
    severity: 'error',
    message: (p: { kind: string; version: string; objects: string }) =>
      `the cluster does not know the kind \`${p.kind}\` of \`${p.version}\`, so it has no ${p.objects}`,
    why: 'Applying such an object fails until the definition of its kind is installed.',
  },
  'live/missing-namespace': {
    severity: 'error',
    message: (p: { namespace: string; objects: string }) =>
      `there is no namespace \`${p.namespace}\` for ${p.objects}`,
    why: 'Nothing here makes it, and applying fails in a namespace that is not there.',
  },
  'live/refused-object': {
    severity: 'error',
    message: (p: { object: string; field: string; problem: string }) =>
      `the server refuses ${p.object}${p.field === '' ? '' : `, \`${p.field}\``}: ${p.problem}`,
    why: 'Applying fails at this object each time, and what comes after it is not applied.',
  },
  'live/conflict': {
    severity: 'warning',
    message: (p: { object: string; fields: string; owner: string }) =>
      `applying ${p.object} ends with a conflict: ${p.fields} was set by \`${p.owner}\``,
    why: 'The controller is applied without `--force-conflicts`, so that a change by hand is not lost unseen.',
  },
}));
