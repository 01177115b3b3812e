import type { Service } from '../../schema/generated/located.ts';
import type { ServiceKind } from './project.ts';

/** Returns what a service is: one with a `type` is a third party's resource, except `cron`, which runs our image. */
export function serviceKind(spec: Service): ServiceKind {
  const type = spec.type?.value.toLowerCase() ?? '';
  if (type === '') return 'workload';
  return type === 'cron' || type === 'cronjob' ? 'cron' : 'third-party';
}
