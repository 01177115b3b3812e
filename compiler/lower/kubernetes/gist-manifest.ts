import type { Gist } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { MappingNode, Node } from '../../source/node.ts';
import { parseYaml } from '../../source/parse-source.ts';
import { fromSpec, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { byteLength, fileAt, type GistContent, reportMissing } from './gist-files.ts';
import type { Scope } from './scope.ts';

/** Returns the content of a ConfigMap that is written as a Kubernetes manifest in the repository of the specs. */
export function manifestOf(scope: Scope, gist: Gist): GistContent | undefined {
  const { path } = gist;
  if (path === undefined) {
    scope.report(
      diagnose('kubernetes/empty-gist', {}, spanOf(gist.$.origin), {
        help: 'add `files`, or `path` of a file that holds the ConfigMap',
      }),
    );
    return undefined;
  }
  const text = fileAt(scope, path.value);
  if (text === undefined) {
    reportMissing(scope, path);
    return undefined;
  }
  const { root, diagnostics } = parseYaml({ name: path.value, text });
  for (const found of diagnostics) scope.report(found);
  if (root === undefined) return undefined;
  const kind = root.kind === 'mapping' ? scalarAt(root, 'kind')?.value : undefined;
  if (root.kind !== 'mapping' || kind !== 'ConfigMap') {
    scope.report(
      diagnose('kubernetes/not-a-config-map', { path: path.value, kind: kind ?? 'no kind' }, root.span, {
        help: 'write one object of kind `ConfigMap` there',
      }),
    );
    return undefined;
  }
  const metadata = entryOf(root, 'metadata');
  const name = metadata === undefined ? undefined : scalarAt(metadata, 'name');
  const data = textsOf(entryOf(root, 'data'));
  const binaryData = textsOf(entryOf(root, 'binaryData'));
  return {
    ...(name === undefined ? {} : { name }),
    labels: textsOf(metadata === undefined ? undefined : entryOf(metadata, 'labels')) ?? {},
    data,
    binaryData,
    size: sizeOf(data) + sizeOf(binaryData),
  };
}

function entryOf({ entries }: MappingNode, key: string): MappingNode | undefined {
  const value = entries.find((entry) => entry.key.text === key)?.value;
  return value?.kind === 'mapping' ? value : undefined;
}

function scalarAt({ entries }: MappingNode, key: string): Sourced<string> | undefined {
  return scalar(entries.find((entry) => entry.key.text === key)?.value);
}

function scalar(node: Node | undefined): Sourced<string> | undefined {
  return node?.kind === 'scalar' ? sourced(node.text, fromSpec(node.span)) : undefined;
}

function textsOf(node: MappingNode | undefined): Readonly<Record<string, Sourced<string>>> | undefined {
  if (node === undefined) return undefined;
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) => {
      const text = scalar(value);
      return text === undefined ? [] : [[key.text, text] as const];
    }),
  );
}

function sizeOf(data: Readonly<Record<string, Sourced<string>>> | undefined): number {
  return Object.entries(data ?? {}).reduce(
    (sum, [key, { value }]) => sum + byteLength(key) + byteLength(value),
    0,
  );
}
