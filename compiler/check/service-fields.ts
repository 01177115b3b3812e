import type { Service } from '../../schema/generated/located.ts';
import { plainValue } from '../text/traced-text.ts';
import type { FieldUses } from './field-uses.ts';

/** What a service is, as far as the meaning of its fields goes: third parties' resources differ among themselves. */
export type ServiceRole = 'workload' | 'cron' | 'helm-chart' | 'service-entry' | 'custom-resource';

/** Returns what a service is. */
export function serviceRole(spec: Service): ServiceRole {
  const kind = serviceKind(spec);
  if (kind !== 'third-party') return kind;
  const type = spec.type?.value.toLowerCase();
  if (type === 'helmchart') return 'helm-chart';
  return type === 'serviceentry' ? 'service-entry' : 'custom-resource';
}

/**
 * Returns the field beside which the `image` of a service has no effect: the original engines read it and used it
 * nowhere, and specs that say by these fields what runs keep their meaning. Undefined where the image is what runs.
 */
export function besideImage({ $, options }: Service): string | undefined {
  const field = ['application', 'version'].find((name) => $.fields.has(name));
  if (field !== undefined) return field;
  const tree = plainValue(options);
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, 'image') ? 'options' : undefined;
}

const pods = ['workload', 'cron'] as const;
const thirdParties = ['helm-chart', 'service-entry', 'custom-resource'] as const;
const workload = ['workload'] as const;
const helmChart = ['helm-chart'] as const;
const serviceEntry = ['service-entry'] as const;

/** Which field of a service means something for what. Checks, docs and lowering follow it. */
export const serviceFields: FieldUses<Service, ServiceRole> = {
  name: 'all',
  application: 'all',
  type: 'all',
  image: pods,
  version: [...pods, 'helm-chart', 'custom-resource'],
  options: ['cron', ...thirdParties],

  env: pods,
  volumes: pods,
  limits: pods,
  requests: pods,
  command: pods,
  init_containers: pods,
  annotations: pods,
  graceperiod: pods,
  pod_security: pods,
  run_as_user: pods,

  external_url: workload,
  port: workload,
  ports: workload,
  replicas: workload,
  ssl: workload,
  httpsOnly: workload,
  httpsBackend: workload,
  http2: workload,
  backend: workload,
  backend_port: workload,
  selector: workload,
  health_check: workload,
  deployment: workload,
  service_mesh: workload,
  hpa: workload,
  liveness_probe: workload,
  readiness_probe: workload,
  protocol: workload,

  schedule: ['cron'],

  target_namespace: helmChart,
  chart: helmChart,
  repo: helmChart,
  values_content: helmChart,
  set: helmChart,
  ignore: helmChart,

  hosts: serviceEntry,
  addresses: serviceEntry,
  service_entry_ports: serviceEntry,
  location: serviceEntry,
  resolution: serviceEntry,
  endpoints: serviceEntry,
  export_to: serviceEntry,

  // Nothing acts on these in any service: the rule about dead fields speaks of them.
  deploymentMethod: 'none',
  template_filename: 'none',
  parameter_filename: 'none',
  stack_name: 'none',
  bvt_commands: 'none',
  tableau_commands: 'none',
  database_type: 'none',
  namespace: 'none',
  project: 'none',
  available_replicas: 'none',
  updated_replicas: 'none',
  sslString: 'none',
  httpsOnlyString: 'none',
  httpsBackendString: 'none',
  envVariables: 'none',
  status: 'none',
  resourceVersion: 'none',
};

/** What a service is: a Deployment of our own, a CronJob of our own, or a resource that a third party provides. */
export type ServiceKind = 'workload' | 'cron' | 'third-party';

/** Returns what a service is: one with a `type` is a third party's resource, except `cron`, which runs our image. */
export function serviceKind(spec: Service): ServiceKind {
  const type = spec.type?.value.toLowerCase() ?? '';
  if (type === '') return 'workload';
  return type === 'cron' || type === 'cronjob' ? 'cron' : 'third-party';
}
