import { previewNames } from '../../link/link-requests.ts';
import type { Project } from '../../link/project.ts';
import type { Checkout, FirstBuilds } from '../../model/controller/first-builds.ts';
import { fromSeveral } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { joined } from '../../text/traced-text.ts';
import { seedMode } from './controller-scope.ts';

/** Returns what people have to know until the first builds of a project run. */
export function firstBuilds(project: Project): FirstBuilds {
  const { settings, components, applications, environments } = project;
  const { pipeline, seed } = settings;
  const previews = previewNames(project.requests);
  const seeds: readonly Checkout[] =
    seedMode(settings).value === 'image' || seed.repository === undefined
      ? []
      : [{ job: 'seed', git: seed.repository, credentials: seed.credentials, usedBy: '`seed-job`' }];
  return {
    checkouts: [
      ...seeds,
      ...components.flatMap(({ name, repository }) =>
        repository === undefined
          ? []
          : [
              {
                job: 'component' as const,
                git: repository.git,
                credentials: repository.credentials,
                hasForge: repository.forge !== undefined,
                usedBy: joined`component ${name}`,
              },
            ],
      ),
      ...environments.flatMap(({ spec }) =>
        spec.tests.flatMap(({ name, repository, credentials }) =>
          repository === undefined
            ? []
            : [
                {
                  job: 'test' as const,
                  git: repository,
                  credentials,
                  usedBy: joined`test ${spec.name}-${name}`,
                },
              ],
        ),
      ),
    ],
    bindings: components.flatMap(({ name, env }) =>
      env.flatMap(({ name: variable, credentials }) =>
        credentials === undefined
          ? []
          : [{ credentials, usedBy: joined`variable ${variable} of component ${name}` }],
      ),
    ),
    poll: pipeline.component_poll,
    webhook: pipeline.webhook,
    serviceManage: pipeline.service_manage.schedule,
    components: components.flatMap(({ name, repository }) => (repository === undefined ? [] : [name])),
    applications: applications.map(({ spec }) => spec.name),
    startedByHand: applications
      .filter(({ producers, build, files }) => producers.length + files.length === 0 && build === undefined)
      .map(({ spec }) => spec.name),
    requests: project.requests.map(({ component }) => component.name),
    previews: environments.filter(({ spec }) => previews.has(spec.name.value)).map(({ spec }) => spec.name),
    manual: environments
      .filter(({ spec }) => spec.deployment.mode.value === 'manual' && !previews.has(spec.name.value))
      .map(({ spec }) =>
        sourced(spec.name.value, fromSeveral([spec.name.origin, spec.deployment.mode.origin])),
      ),
    approvers: pipeline.approval.submitters,
  };
}
