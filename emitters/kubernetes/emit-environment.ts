import type { Artifact } from '../../compiler/model/artifact.ts';
import type { EnvironmentIr } from '../../compiler/model/kubernetes/environment.ts';
import { appliedObjects, deployedObjects } from '../../compiler/model/kubernetes/environment-objects.ts';
import { emitFolder, emitObjects } from './emit-folder.ts';

/**
 * Returns the files of one environment: what `service-manage` applies, with a kustomization.yaml, and in the folder
 * `deployments` what only the deploy job applies.
 */
export function emitEnvironment(environment: EnvironmentIr): readonly Artifact[] {
  const folder = `kubernetes/environments/${environment.slug}`;
  const deployed = deployedObjects(environment);
  const name = environment.name.value.replace(/\s+/g, ' ');
  const comments = [`Environment ${name}, as the job service-manage applies it.`];
  if (deployed.length > 0) {
    comments.push(
      `Not listed: what is in deployments/. It awaits a version or a colour, which the job ${name}-deploy decides on.`,
    );
  }
  return [
    ...emitFolder(folder, {
      comments,
      namespace: environment.namespace,
      origin: environment.origin,
      objects: appliedObjects(environment),
    }),
    ...emitObjects(`${folder}/deployments`, deployed),
  ];
}
