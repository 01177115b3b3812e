import { defineCodes } from '../define-codes.ts';

/** Diagnostics about spellings of the original engines, their documentation and their users. */
export const spellingCodes = defineCodes(() => ({
  'spelling/field-name': {
    severity: 'warning',
    message: (p: { from: string; to: string }) => `\`${p.from}\` is spelled \`${p.to}\` here`,
    why: 'The meaning is certain, so the compiler goes on with it; one engine refused the key, another ignored it.',
  },
  'spelling/value': {
    severity: 'warning',
    message: (p: { field: string; from: string; to: string }) =>
      `\`${p.field}: ${p.from}\` is spelled \`${p.field}: ${p.to}\``,
    why: 'The meaning is certain, so the compiler goes on with it; the engines took the value for something else.',
  },
  'spelling/hpa-target': {
    severity: 'warning',
    message: (p: { field: string }) => `\`${p.field}\` is an old key of an autoscaler`,
    why: 'environment-operator ignores it since its release 0.0.25 and scales at 80 percent, whatever is written.',
  },
  'spelling/bluegreen-mode': {
    severity: 'warning',
    message: (_: Record<string, never>) => '`mode: bluegreen` is spelled `method: bluegreen`',
    why: 'The plugin read the mode as automatic and deployed without colours; environment-operator refused the file.',
  },
  'spelling/environment-health-check': {
    severity: 'error',
    message: (_: Record<string, never>) => '`health_check` belongs to a service, not to an environment',
    why: 'The plugin refused such a file and environment-operator ignored the check, so it has never run.',
  },
  'spelling/database-type': {
    severity: 'warning',
    message: (_: Record<string, never>) =>
      '`database_type` has no effect: the service is an ordinary Deployment',
    why: 'environment-operator made a StatefulSet of it until its release 1.0.0, and ignores it since.',
  },
  'spelling/pod-field': {
    severity: 'warning',
    message: (p: { field: string }) => `\`${p.field}\` is spelled \`pod_field\``,
    why: 'The Kubernetes form of a variable was ignored, and the variable stayed empty.',
  },
  'spelling/resources': {
    severity: 'warning',
    message: (_: Record<string, never>) =>
      '`limits` and `requests` stand in the service, without `resources`',
    why: 'environment-operator ignored the Kubernetes form, and the service ran with the default limits.',
  },
  'spelling/options-beside': {
    severity: 'error',
    message: (p: { field: string }) =>
      `\`${p.field}\` is a setting of the resource and belongs under \`options\``,
    why: 'environment-operator ignored it beside `options`; applying it now may change a live resource.',
  },
  'spelling/empty-value': {
    severity: 'warning',
    message: (p: { field: string }) => `\`${p.field}\` is empty, and counts as left out`,
    why: 'environment-operator accepted an empty text everywhere, the plugin in some fields; both took the default.',
  },
  'spelling/list-of-one': {
    severity: 'warning',
    message: (p: { field: string }) => `\`${p.field}\` is a list of one, and is read as its entry`,
    why: 'The plugin took such a list for its only entry by accident of its reader; nobody else does.',
  },
  'spelling/quoted-boolean': {
    severity: 'warning',
    message: (p: { field: string; value: string }) => `\`${p.field}\` is quoted, and is read as ${p.value}`,
    why: 'Some engines wanted the quotes and some refused them; without quotes the file means the same everywhere.',
    perFile: 'code',
  },
}));
