import type { Property } from '../../../../jenkins/properties/all-properties.ts';
import type { JobProperty } from '../../../../schema/generated/located.ts';
import { lowerJobMatrix } from '../../controller/permissions.ts';
import { hostedPattern, hostedResource } from '../../hosted-names.ts';
import { asWritten, type NodeTable } from './nodes-of.ts';
import { xmlNode } from './xml-node.ts';

/** How the things of the spec become nodes of the job. */
export const propertyNodes: NodeTable<JobProperty, Property> = {
  'build-discarder': (spec, origin) => ({
    kind: 'build-discarder',
    daysToKeep: spec.days_to_keep,
    numToKeep: spec.num_to_keep,
    artifactDaysToKeep: spec.artifact_days_to_keep,
    artifactNumToKeep: spec.artifact_num_to_keep,
    removeLastBuild: spec.remove_last_build,
    origin,
  }),
  inject: (spec, origin) => ({
    kind: 'environment',
    variables: [],
    sources: {
      content: spec.properties_content,
      file: spec.properties_file,
      scriptContent: spec.script_content,
      scriptFile: spec.script_file,
      groovy: spec.groovy,
      loadFilesFromController: spec.load_from_controller,
    },
    keepSystemVariables: spec.keep_system_variables,
    keepBuildVariables: spec.keep_build_variables,
    overrideBuildParameters: spec.override_build_parameters,
    origin,
  }),
  throttle: (spec, origin, { project }) => ({
    kind: 'throttle',
    perNode: spec.max_per_node,
    total: spec.max_total,
    categories: spec.categories.map((category) => hostedResource(project, category)),
    more: {
      enabled: spec.enabled,
      option: spec.option,
      limitsSameParameters: spec.parameters_limit,
      parameters: spec.parameters_check_list,
      matrix:
        spec.matrix_builds === undefined && spec.matrix_configs === undefined
          ? undefined
          : { builds: spec.matrix_builds ?? true, configurations: spec.matrix_configs ?? false },
    },
    origin,
  }),
  'build-blocker': (spec, origin, { project }) => ({
    kind: 'block-on',
    jobs: spec.blocking_jobs.map((pattern) => hostedPattern(project, pattern)),
    blockLevel: spec.block_level.map((level) => level.toUpperCase()),
    scanQueueFor: spec.queue_scanning.map((scope) => scope.toUpperCase()),
    origin,
  }),
  'disable-concurrent': ({ abort_previous }, origin) => ({
    kind: 'disable-concurrent-builds',
    abortPrevious: abort_previous,
    origin,
  }),
  'heavy-job': ({ weight }, origin) => ({ kind: 'weight', weight, origin }),
  github: ({ url, display_name }, origin) => ({
    kind: 'github-project',
    url: url.map(projectUrl),
    displayName: display_name,
    origin,
  }),
  'delivery-pipeline': ({ stage, task, description }, origin) => ({
    kind: 'delivery-pipeline',
    stage,
    task,
    descriptionTemplate: description,
    origin,
  }),
  authorization: ({ inheritance, matrix }, origin, scope) => ({
    kind: 'authorization',
    inheritance,
    permissions: lowerJobMatrix(matrix, scope).map(({ type, name, permission }) => ({
      type: type === 'either' ? undefined : type,
      who: name,
      permission,
      origin: permission.origin,
    })),
    origin,
  }),
  'copy-artifact-permission': ({ jobs }, origin) => ({ kind: 'copy-artifact-permission', jobs, origin }),
  'durability-hint': asWritten('durability-hint'),
  'disable-resume': asWritten('disable-resume'),
  rebuild: asWritten('rebuild'),
  'rate-limit': asWritten('rate-limit'),
  priority: asWritten('priority'),
  'priority-group': asWritten('priority-group'),
  'lockable-resources': (spec, origin, { project }) => ({
    kind: 'lockable-resources',
    spec: {
      ...spec,
      resources: spec.resources.map((resource) => hostedResource(project, resource)),
      ...(spec.label === undefined ? {} : { label: hostedResource(project, spec.label) }),
    },
    origin,
  }),
  gitlab: asWritten('gitlab'),
  ownership: asWritten('ownership'),
  sidebar: asWritten('sidebar'),
  xml: xmlNode,
};

/** Returns an address as the GitHub plugin keeps it (`GithubUrl.normalize`). */
function projectUrl(url: string): string {
  const project = url.replace(/\/tree\/.*$/, '');
  return project.endsWith('/') ? project : `${project}/`;
}
