import type { Gist } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromSeveral, spanOf } from '../../text/origin.ts';
import { originsOf } from '../../text/traced-text.ts';
import { lossOf } from './check-texts.ts';
import { filesOf, type GistContent } from './gist-files.ts';
import { manifestOf } from './gist-manifest.ts';
import { environmentLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import type { Scope } from './scope.ts';

/** A ConfigMap of Kubernetes holds at most 1 MiB. */
const mebibyte = 1 << 20;

/**
 * Returns the ConfigMaps of an environment: one for each gist, from its files or from the manifest at its path. What
 * cannot be made (files of another repository, Jobs, Secrets) is reported.
 */
export function gistObjects(scope: Scope): readonly KubernetesObject[] {
  const { gists, gists_repository: elsewhere } = scope.environment.spec;
  if (elsewhere !== undefined && gists.length > 0) {
    scope.report(
      diagnose(
        'kubernetes/foreign-gists',
        { repository: elsewhere.remote.value },
        spanOf(elsewhere.$.origin),
        {
          help: 'put the files beside the specs, or apply these ConfigMaps from the other repository',
        },
      ),
    );
    return [];
  }
  return gists.flatMap((gist) => configMap(scope, gist) ?? []);
}

function configMap(scope: Scope, gist: Gist): KubernetesObject | undefined {
  if (gist.type.value !== 'configmap') {
    scope.report(
      diagnose('kubernetes/gist-type', { type: gist.type.value }, spanOf(gist.type.origin), {
        help: 'apply it by other means; only ConfigMaps are made of gists',
      }),
    );
    return undefined;
  }
  const content = gist.files.length > 0 ? filesOf(scope, gist) : manifestOf(scope, gist);
  const name = gist.name ?? content?.name;
  if (content === undefined) return undefined;
  if (name === undefined) {
    scope.report(
      diagnose('kubernetes/gist-without-name', {}, spanOf(gist.$.origin), {
        help: 'add `name`, the name of the volumes that mount it',
      }),
    );
    return undefined;
  }
  const bytes = content.size;
  if (bytes > mebibyte) {
    scope.report(
      diagnose('kubernetes/gist-too-large', { name: name.value, bytes }, spanOf(gist.$.origin), {
        help: 'split it into several gists, or put the files into the image',
      }),
    );
  }
  return namespacedObject(scope, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name,
    labels: { ...content.labels, name, ...environmentLabels(scope) },
    body: withBinary(content),
    origin: fromSeveral([
      ...[...gist.files, gist.type].map((written) => written.origin),
      ...originsOf(gist.path),
      gist.$.origin,
    ]),
  });
}

/** Texts that kustomize would change or refuse are data like that of any other file that is no text. */
function withBinary({ data, binaryData }: GistContent): Pick<GistContent, 'data' | 'binaryData'> {
  const entries = Object.entries(data ?? {});
  const lost = entries.filter(([, { value }]) => lossOf(value, false) !== undefined);
  if (lost.length === 0) return { data, binaryData };
  const kept = entries.filter((entry) => !lost.includes(entry));
  return {
    data: kept.length === 0 ? undefined : Object.fromEntries(kept),
    binaryData: {
      ...binaryData,
      ...Object.fromEntries(lost.map(([key, value]) => [key, value.map(base64)] as const)),
    },
  };
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
