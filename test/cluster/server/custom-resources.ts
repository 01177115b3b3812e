import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { loadAll } from 'js-yaml';
import { requireTool } from '../../oracles/tools/require-tool.ts';
import type { ApiClient } from '../api/api-client.ts';
import { istioTool } from './programs.ts';

/** A CustomResourceDefinition, as far as it is looked at. */
interface Definition {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean }[];
  };
}

/** Kinds of Istio that are emitted; their definitions are the real ones. */
const ISTIO_KINDS = ['Gateway', 'VirtualService', 'ServiceEntry'];

/** Groups whose definitions are not public: any kind is defined when it is met, and any object of it is taken. */
const OPEN_GROUPS = ['helm.kubedex.com', 'prsn.io'];

/** Makes the CustomResourceDefinitions of Istio, and waits until the server serves them. */
export async function defineIstioKinds(client: ApiClient): Promise<void> {
  const text = readFileSync(requireTool(istioTool), 'utf8');
  const definitions = (loadAll(text) as readonly (Definition | null)[]).filter(
    (definition): definition is Definition =>
      definition?.spec.group === 'networking.istio.io' && ISTIO_KINDS.includes(definition.spec.names.kind),
  );
  if (definitions.length !== ISTIO_KINDS.length)
    throw new Error(`Istio lacks one of ${ISTIO_KINDS.join(', ')}`);
  for (const definition of definitions) await define(client, definition);
}

/** Makes the definition of a kind of a group that takes anything; returns whether the group is one of those. */
export async function defineOpenKind(client: ApiClient, apiVersion: string, kind: string): Promise<boolean> {
  const [group = '', version = ''] = apiVersion.split('/');
  if (!OPEN_GROUPS.includes(group)) return false;
  const singular = kind.toLowerCase();
  const plural = guessedPlural(singular);
  const schema = {
    openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular },
      versions: [{ name: version, served: true, storage: true, schema }],
    },
  };
  await define(client, definition);
  return true;
}

/** As tools that make definitions name them, and as the server guesses (`meta.UnsafeGuessKindToResource`). */
function guessedPlural(singular: string): string {
  if (/(s|x|ch|sh)$/.test(singular)) return `${singular}es`;
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

async function define(client: ApiClient, definition: Definition): Promise<void> {
  const { status, text } = await client.request(
    'POST',
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    { body: JSON.stringify(definition), type: 'application/json' },
  );
  if (status !== 201 && status !== 409) throw new Error(`${definition.metadata.name}: ${text}`);
  const { group, names, versions } = definition.spec;
  for (const { name } of versions.filter(({ served }) => served))
    await untilServed(client, `/apis/${group}/${name}`, names.kind);
}

async function untilServed(client: ApiClient, path: string, kind: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { status, text } = await client.request('GET', path);
    if (status === 200 && text.includes(`"kind":"${kind}"`)) return;
    await pause(100);
  }
  throw new Error(`the server does not serve ${kind} of ${path}`);
}
