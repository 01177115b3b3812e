import type { Artifact } from '../../compiler/model/artifact.ts';
import type { KubernetesObject } from '../../compiler/model/kubernetes/kubernetes-object.ts';
import { printManifest } from '../../compiler/model/kubernetes/print-manifest.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import { type KustomizationParts, printKustomization } from './kustomization.ts';

/** Returns the files of a folder that is applied as a whole: one per object, and the kustomization.yaml. */
export function emitFolder(
  folder: string,
  parts: KustomizationParts & { readonly origin: Origin },
): readonly Artifact[] {
  return [
    ...emitObjects(folder, parts.objects),
    { path: `${folder}/kustomization.yaml`, content: printKustomization(parts), origin: parts.origin },
  ];
}

/** Returns one file per object. */
export function emitObjects(folder: string, objects: readonly KubernetesObject[]): readonly Artifact[] {
  return objects.map((object) => ({
    path: `${folder}/${object.file}`,
    content: printManifest(object),
    origin: object.origin,
  }));
}
