import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { kubernetesNameProblem, meantKubernetesName, type NameForm } from '../../util/kubernetes-name.ts';
import type { Specs } from '../check-spec.ts';
import { serviceKind } from '../service-fields.ts';
import { at, type Rule } from './rule.ts';
import { containersOf } from './support/each-service.ts';

/** CronJobs add eleven characters to their name for each run. */
const LONGEST_CRON_JOB = 52;

/** The name is also the value of a label. */
const LONGEST_LABEL = 63;

/** What becomes the name of a Kubernetes object is one: nothing is renamed, since others may refer to it. */
export const kubernetesNamesRule: Rule = {
  name: 'kubernetes-names',
  *check(specs) {
    for (const name of namesOf(specs)) {
      const problem = kubernetesNameProblem(name.name.value, name.form, name.most);
      if (problem !== undefined) yield describe(name, problem);
    }
  },
};

interface ObjectName {
  readonly noun: string;
  readonly name: Sourced<string>;
  readonly form: NameForm;
  readonly most?: number;
}

function* namesOf({ environments }: Specs): Generator<ObjectName> {
  for (const { services, gists } of environments?.environments ?? []) {
    for (const { name } of gists)
      if (name !== undefined) yield { noun: 'gist', name, form: 'subdomain', most: LONGEST_LABEL };
    for (const service of services) yield* namesOfService(service);
  }
}

function* namesOfService(service: Service): Generator<ObjectName> {
  const { name, target_namespace: target } = service;
  switch (serviceKind(service)) {
    case 'third-party':
      yield { noun: 'resource', name, form: 'subdomain', most: LONGEST_LABEL };
      if (target !== undefined) yield { noun: 'namespace', name: target, form: 'label' };
      return;
    case 'cron':
      yield { noun: 'service', name, form: 'label', most: LONGEST_CRON_JOB };
      break;
    case 'workload':
      yield { noun: 'service', name, form: 'service' };
      break;
  }
  for (const container of service.init_containers) {
    yield { noun: 'init container', name: container.name, form: 'label' };
  }
  for (const { volumes } of containersOf(service)) {
    for (const volume of volumes) yield { noun: 'volume', name: volume.name, form: 'label' };
  }
}

function describe({ noun, name, form }: ObjectName, problem: string): Diagnostic {
  const span = at(name);
  const meant = meantKubernetesName(name.value, form);
  const fixes =
    meant === undefined || span === undefined
      ? []
      : [{ title: `rename it to \`${meant}\``, edits: [{ span, text: meant }], safe: false }];
  return diagnose('check/kubernetes-name', { noun, name: name.value, problem }, span, {
    help: 'use lower-case letters, digits and `-`',
    fixes,
  });
}
