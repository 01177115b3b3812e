import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../../link/project.ts';
import type { Scope } from './scope.ts';

/** Fields of a resource that somebody else acts on. */
const thirdParty = ['name', 'application', 'type', 'version', 'options'];
const helmChart = ['target_namespace', 'chart', 'repo', 'values_content', 'set', 'ignore'];
const serviceEntry = [
  'hosts',
  'addresses',
  'service_entry_ports',
  'location',
  'resolution',
  'endpoints',
  'export_to',
];

/** Fields of pods. */
const pod = [
  'env',
  'volumes',
  'limits',
  'requests',
  'command',
  'init_containers',
  'annotations',
  'graceperiod',
];

/** Fields of what runs all the time, and is reached. */
const workload = [
  'external_url',
  'port',
  'ports',
  'replicas',
  'ssl',
  'httpsOnly',
  'httpsBackend',
  'http2',
  'backend',
  'backend_port',
  'selector',
  'health_check',
  'deployment',
  'service_mesh',
  'hpa',
  'liveness_probe',
  'readiness_probe',
  'protocol',
];

/** Fields that nothing acts on in any service: a rule about dead fields speaks of them. */
const meaningful = new Set([...thirdParty, ...helmChart, ...serviceEntry, ...pod, ...workload, 'schedule']);

/** Reports fields of a service that mean something only for another kind of service. */
export function checkUnusedFields(scope: Scope, service: LinkedService): void {
  const { used, role } = fieldsOf(service);
  for (const [field, place] of service.spec.$.fields) {
    if (used.includes(field) || !meaningful.has(field)) continue;
    scope.report(
      diagnose('kubernetes/unused-field', { field, role }, place.key, {
        help: `remove it${field === 'options' ? '' : ', or correct `type`'}`,
      }),
    );
  }
}

function fieldsOf({ kind, spec }: LinkedService): { used: readonly string[]; role: string } {
  const type = spec.type?.value ?? '';
  if (kind === 'workload') {
    return {
      used: ['name', 'application', 'type', 'version', ...pod, ...workload],
      role: 'a service without a type',
    };
  }
  const role = `a service of type \`${type}\``;
  if (kind === 'cron') return { used: [...thirdParty, ...pod, 'schedule'], role };
  switch (type.toLowerCase()) {
    case 'helmchart':
      return { used: [...thirdParty, ...helmChart], role };
    case 'serviceentry':
      return { used: ['name', 'application', 'type', 'options', ...serviceEntry], role };
    default:
      return { used: thirdParty, role };
  }
}
