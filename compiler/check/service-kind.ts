import type { Service } from '../../schema/generated/located.ts';

/** What a service is: a Deployment of our own, a CronJob of our own, or a resource that a third party provides. */
export type ServiceKind = 'workload' | 'cron' | 'third-party';

/** Returns what a service is: one with a `type` is a third party's resource, except `cron`, which runs our image. */
export function serviceKind(spec: Service): ServiceKind {
  const type = spec.type?.value.toLowerCase() ?? '';
  if (type === '') return 'workload';
  return type === 'cron' || type === 'cronjob' ? 'cron' : 'third-party';
}
