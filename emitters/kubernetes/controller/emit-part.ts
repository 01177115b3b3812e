import type { Hosting } from '../../../compiler/link/hosting.ts';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import type { Controller } from '../../../compiler/model/controller/controller.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { joined } from '../../../compiler/text/traced-text.ts';
import { emitObjects, printKustomization } from '../emit-folder.ts';

const folder = 'kubernetes/jenkins';

const origin = fromPolicy('A project on a shared controller brings the namespaces and rights of its agents.');

/** Returns what a project adds to the cluster for its part of a shared controller, with a kustomization.yaml. */
export function emitPart(
  controller: Controller,
  { controller: name }: Hosting,
  _initScripts: readonly Artifact[],
): readonly Artifact[] {
  const { objects } = controller;
  const comments = [
    joined`What ${controller.project} adds to the Jenkins ${name}, whose kustomization.yaml applies it.`,
  ];
  return [
    ...emitObjects(folder, objects),
    {
      path: `${folder}/kustomization.yaml`,
      content: printKustomization({ comments, objects, origin }),
      origin,
    },
  ];
}
