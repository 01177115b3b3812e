import type { Replacement } from '../edits/edited-specs.ts';

/** A value that the server could store as something else without a word. */
export interface KeptValue {
  readonly title: string;
  readonly edit: readonly Replacement[];
}

const service = (title: string, text: string): KeptValue => ({
  title,
  edit: [['environments', '      - name: worker\n', `      - name: worker\n        ${text}\n`]],
});

const probe = (rest: string) => `liveness_probe: {handler: {tcp_socket: {port: 9000}}, ${rest}}`;

/** Each is an error, or what the server stores is what is written. */
export const keptValues: readonly KeptValue[] = [
  service('a timeout of 0', probe('timeout_seconds: 0')),
  service('a period of 0', probe('period_seconds: 0')),
  service('a threshold of failures of 0', probe('failure_threshold: 0')),
  service('a threshold of successes of 0', probe('success_threshold: 0')),
  service('a delay of 0', probe('initial_delay_seconds: 0')),
  service(
    'a probe as people write them',
    probe('initial_delay_seconds: 5, timeout_seconds: 2, period_seconds: 20'),
  ),
  service('no replicas', 'graceperiod: 0'),
  service('whole cores', 'limits: {cpu: 2000m}'),
  service('a part of a core', 'limits: {cpu: 1.5}'),
  service('bytes', 'limits: {memory: 1073741824}'),
  service('a decimal number of gigabytes', 'limits: {memory: 1.5Gi}'),
  service('megabytes that are gigabytes', 'limits: {memory: 2048Mi}'),
  service('a size with an exponent', 'volumes: [{name: files, path: /files, size: 5e9}]'),
  service('a decimal unit', 'volumes: [{name: files, path: /files, size: 5G}]'),
  service('a port as a text', 'command: ["80"]'),
];
