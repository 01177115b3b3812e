import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** A folder of `scripts/layers.json`. */
export interface Layer {
  readonly folder: string;
  readonly holds: string;
}

/** How many import statements of one layer name a file of another, types included. */
export interface LayerImport {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const importedPath = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)'(\.[^']+)'/g;

/** Returns what each layer imports of others, in the order of the layers. */
export function layerImports(layers: readonly Layer[]): readonly LayerImport[] {
  const counts = new Map<string, number>();
  const roots = [...new Set(layers.map(({ folder }) => folder.split('/')[0] ?? folder))];
  for (const path of roots.flatMap(sourcesIn)) {
    const from = layerOf(layers, path);
    for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(importedPath)) {
      const to = layerOf(layers, posix.join(dirname(path), target));
      if (from === undefined || to === undefined || from === to) continue;
      const key = `${from} ${to}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return layers.flatMap(({ folder: from }) =>
    layers.flatMap(({ folder: to }) => {
      const count = counts.get(`${from} ${to}`);
      return count === undefined ? [] : [{ from, to, count }];
    }),
  );
}

function sourcesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/** A layer is a folder with all below it, or the files of a folder alone (`compiler/*.ts`). */
function layerOf(layers: readonly Layer[], path: string): string | undefined {
  return layers.find(({ folder }) =>
    folder.endsWith('/*.ts') ? `${dirname(path)}/*.ts` === folder : path.startsWith(`${folder}/`),
  )?.folder;
}

/** Returns the imports without those that a longer way says, too; there are no circles. */
export function reducedImports(imports: readonly LayerImport[]): readonly LayerImport[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const reaches = (from: string, to: string): boolean =>
    from === to || (targets.get(from) ?? []).some((next) => reaches(next, to));
  return imports.filter(
    ({ from, to }) => !(targets.get(from) ?? []).some((next) => next !== to && reaches(next, to)),
  );
}

/** From so many imports on an arrow is thick: an exact number would make every new import a change of the picture. */
const many = 20;

/** Returns the picture of the layers for Mermaid: an arrow from a folder to what it imports. */
export function layerPicture(layers: readonly Layer[], imports: readonly LayerImport[]): string {
  const idOf = (folder: string) => `f${layers.findIndex((layer) => layer.folder === folder)}`;
  const nodes = layers.map(({ folder }) => `  ${idOf(folder)}["${folder}"]`);
  const arrows = imports.map(
    ({ from, to, count }) => `  ${idOf(from)} ${count < many ? '-->' : '==>'} ${idOf(to)}`,
  );
  return ['flowchart TD', ...nodes.reverse(), ...arrows].join('\n');
}
