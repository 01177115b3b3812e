import type { Replacement } from '../edits/edited-specs.ts';

/** A value that the server could store as something else without a word. */
export interface KeptValue {
  readonly title: string;
  readonly edit: readonly Replacement[];
  /** Where it stands in the Deployment of the service, with `/`. */
  readonly path: string;
  /** What the server has to store there; undefined where it adds nothing of its own. */
  readonly stored: unknown;
}

const first = 'spec/template/spec/containers/0';

function service(title: string, text: string, path: string, stored: unknown): KeptValue {
  return {
    title,
    edit: [['environments', '      - name: worker\n', `      - name: worker\n        ${text}\n`]],
    path,
    stored,
  };
}

const probe = (rest: string) => `liveness_probe: {handler: {tcp_socket: {port: 9000}}, ${rest}}`;
const probed = (field: string) => `${first}/livenessProbe/${field}`;
const limit = (of: string) => `${first}/resources/limits/${of}`;

/** Each is stored as the spec means it, or a finding says that it is not. */
export const keptValues: readonly KeptValue[] = [
  service('a timeout of 0', probe('timeout_seconds: 0'), probed('timeoutSeconds'), 0),
  service('a period of 0', probe('period_seconds: 0'), probed('periodSeconds'), 0),
  service('a threshold of failures of 0', probe('failure_threshold: 0'), probed('failureThreshold'), 0),
  service('a threshold of successes of 0', probe('success_threshold: 0'), probed('successThreshold'), 0),
  service('a delay of 0', probe('initial_delay_seconds: 0'), probed('initialDelaySeconds'), undefined),
  service('a timeout', probe('timeout_seconds: 2'), probed('timeoutSeconds'), 2),
  service('a period', probe('period_seconds: 20'), probed('periodSeconds'), 20),
  service('a grace period of 0', 'graceperiod: 0', 'spec/template/spec/terminationGracePeriodSeconds', 0),
  service('whole cores', 'limits: {cpu: 2000m}', limit('cpu'), '2'),
  service('a part of a core', 'limits: {cpu: 1.5}', limit('cpu'), '1500m'),
  service('bytes', 'limits: {memory: 1073741824}', limit('memory'), '1073741824'),
  service('a decimal number of gigabytes', 'limits: {memory: 1.5Gi}', limit('memory'), '1536Mi'),
  service('megabytes that are gigabytes', 'limits: {memory: 2048Mi}', limit('memory'), '2Gi'),
  service('an exponent', 'limits: {memory: 5e9}', limit('memory'), '5e9'),
  service('a decimal unit', 'limits: {memory: 5G}', limit('memory'), '5G'),
];
