import { describe, expect, it } from 'vitest';
import type { Host } from '../../../compiler/host/host.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import type { RepositoryTrees } from '../../../compiler/lower/lowered.ts';
import type { ProjectFiles } from '../../../compiler/read/read-project.ts';
import { cachePlace, openCache } from '../../../compiler/run/cache/open-cache.ts';
import type { CheckWork } from '../../../compiler/run/project/project-task.ts';

const work: CheckWork = {
  kind: 'check',
  options: {
    unknownFields: 'error',
    allowPlainSecrets: false,
    findPlaceholders: false,
    mostFindings: 1000,
  },
  cache: { folder: '/cache', build: 'one', keepsOutput: false },
  tellsInputs: false,
};

const result = { diagnostics: [], claims: [], isWhole: true, files: [] };

/** A project with one spec, and how often somebody asked what repositories hold. */
function project(trees: RepositoryTrees | undefined, text = 'project: shop\n') {
  let asked = 0;
  const files: ProjectFiles = {
    folder: '/project',
    names: ['build.bitesize'],
    sources: [{ name: 'build.bitesize', text }],
    files: new Map(),
    contents: new Map([['build.bitesize', new TextEncoder().encode(text)]]),
    diagnostics: [],
    get trees() {
      asked++;
      return trees;
    },
  };
  return { files, asked: () => asked };
}

function holding(...paths: readonly string[]): RepositoryTrees {
  return new Map([['web', { ref: 'origin/main', paths, texts: new Map() }]]);
}

function placeOf(host: Host, files: ProjectFiles) {
  return cachePlace(host, work, openCache(host, work), files);
}

describe('the key of a result', () => {
  it('is found without a look at repositories where no component needs to know', () => {
    const host = createMemoryHost({ files: {} });
    placeOf(host, project(undefined).files)?.keep(result);
    const again = project(undefined);
    expect(placeOf(host, again.files)?.find()).toBeDefined();
    expect(again.asked()).toBe(0);
  });

  it('has what repositories hold in it where one does', () => {
    const host = createMemoryHost({ files: {} });
    placeOf(host, project(holding('a', 'b')).files)?.keep(result);
    const isKept = (trees: RepositoryTrees) => placeOf(host, project(trees).files)?.find() !== undefined;
    expect(isKept(holding('a', 'b'))).toBe(true);
    expect(isKept(holding('a'))).toBe(false);
    expect(isKept(new Map())).toBe(false);
  });

  it('is another one for another spec', () => {
    const host = createMemoryHost({ files: {} });
    placeOf(host, project(undefined).files)?.keep(result);
    expect(placeOf(host, project(undefined, 'project: other\n').files)?.find()).toBeUndefined();
  });
});
