import type { Artifact } from '../../compiler/model/artifact.ts';
import {
  fileName,
  type KubernetesObject,
  objectLabels,
  objectName,
  objectNamespace,
  printManifest,
} from '../../compiler/model/kubernetes/kubernetes-object.ts';
import { commentLines, printYaml } from '../../compiler/print/yaml.ts';
import { fromSeveral, type Origin } from '../../compiler/text/origin.ts';
import { type Sourced, sourced } from '../../compiler/text/sourced.ts';
import {
  joined,
  originsOf,
  type Traceable,
  type TracedText,
  type Valued,
} from '../../compiler/text/traced-text.ts';

/** What a kustomization.yaml is made of. */
export interface KustomizationParts {
  /** Lines of the comment on top, without `#`. */
  readonly comments: readonly Valued<string>[];
  /** Put into all objects; absent where they are in several namespaces. */
  readonly namespace?: Sourced<string>;
  /** What the folder as a whole comes from, for the lines that no object accounts for. */
  readonly origin?: Origin;
  /** In the order of applying. */
  readonly objects: readonly KubernetesObject[];
  /** Other folders with a kustomization.yaml, applied before the pods of this one. */
  readonly folders?: readonly Sourced<string>[];
  /** Where the files of the objects are, from the folder of the kustomization.yaml, with `/` at the end. */
  readonly objectsFolder?: string;
  /** A ConfigMap that is made of files. */
  readonly configMap?: FileConfigMap;
}

/** A ConfigMap that kustomize makes of files. */
export interface FileConfigMap {
  /** It as an object, without data. */
  readonly object: KubernetesObject;
  /** Paths of the files, from the folder of the kustomization.yaml. */
  readonly files: readonly Sourced<string>[];
}

/**
 * Returns a kustomization.yaml that lists the files of a folder. The order of the list is kept when it is built
 * (`fifo`, kustomize 5 and every kubectl since 1.27).
 */
export function printKustomization(parts: KustomizationParts): TracedText {
  const { comments, namespace, objects, folders = [], objectsFolder = '', configMap, origin } = parts;
  const resources = objects.map((object) =>
    sourced<Traceable>(joined`${objectsFolder}${fileName(object)}`, object.origin),
  );
  const pods = objects.findIndex(({ id }) => id.kind === 'StatefulSet');
  const tree = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace,
    sortOptions: { order: 'fifo' },
    resources: folders.length === 0 ? resources : resources.toSpliced(pods, 0, ...folders),
    configMapGenerator: configMap === undefined ? undefined : [generator(configMap)],
  };
  return printYaml(tree, { head: commentLines(comments), origin });
}

/** Pods name the ConfigMap as it is, so its name gets no hash of the files. */
function generator({ object, files }: FileConfigMap): Traceable {
  return sourced<Traceable>(
    {
      name: objectName(object),
      namespace: objectNamespace(object),
      files,
      options: { disableNameSuffixHash: true, labels: objectLabels(object) },
    },
    object.origin,
  );
}

/** Returns the files of a folder that is applied as a whole: one per object, and the kustomization.yaml. */
export function emitFolder(
  folder: string,
  parts: KustomizationParts & { readonly origin: Origin; readonly because: readonly Origin[] },
): readonly Artifact[] {
  return [
    ...emitObjects(folder, parts.objects, parts.because),
    {
      path: `${folder}/kustomization.yaml`,
      content: printKustomization(parts),
      origin: fromSeveral([parts.origin, ...parts.because]),
    },
  ];
}

/** Returns one file per object. */
export function emitObjects(
  folder: string,
  objects: readonly KubernetesObject[],
  because: readonly Origin[] = [],
): readonly Artifact[] {
  return objects.map((object) => ({
    path: `${folder}/${object.file}`,
    content: printManifest(object),
    origin: fromSeveral([object.origin, ...originsOf(fileName(object)), ...because]),
  }));
}
