import { type Catalogue, readCatalogue } from '../../../compiler/plugins/catalogue.ts';
import type { CatalogueData, PluginRow } from '../../../compiler/plugins/catalogue-data.ts';
import type { PluginResolution } from '../../../compiler/plugins/plugin-problem.ts';
import { resolvePlugins } from '../../../compiler/plugins/resolve-plugins.ts';
import type { PluginNeed, PluginPin } from '../../../compiler/plugins/resolved-plugin.ts';

/**
 * Returns catalogue data of lines such as `web 1.2 core=2.500 needs=a:1,b:2 optional=c:3`.
 * The core of the line is 2.568.2; checksums and sizes are made up.
 */
export function smallData(lines: readonly string[], more: Partial<CatalogueData> = {}): CatalogueData {
  return {
    line: '2.568.x',
    core: '2.568.2',
    date: '2026-01-01',
    source: 'a test',
    roots: [],
    bundled: [],
    detached: [],
    detachedCycles: [],
    coreWarnings: [],
    warnings: [],
    plugins: lines.map(readLine),
    ...more,
  };
}

export function smallCatalogue(lines: readonly string[], more: Partial<CatalogueData> = {}): Catalogue {
  return readCatalogue(smallData(lines, more));
}

/** Returns needs of texts such as `git` or `git:5.2`, each with itself as the origin. */
export function needsOf(...texts: readonly string[]): readonly PluginNeed<string>[] {
  return texts.map((text) => {
    const [id = '', minimum] = text.split(':');
    return {
      id,
      reason: `the test needs ${id}`,
      origin: text,
      ...(minimum === undefined ? {} : { minimum }),
    };
  });
}

/** Returns pins of texts such as `git:5.2`. */
export function pinsOf(...texts: readonly string[]): readonly PluginPin<string>[] {
  return texts.map((text) => {
    const [id = '', version = ''] = text.split(':');
    return { id, version, origin: text };
  });
}

/** Returns the closure of needs and pins in their short form, on the core of the line unless another is given. */
export function resolve(
  catalogue: Catalogue,
  needs: readonly string[],
  pins: readonly string[] = [],
  core = '2.568.2',
): PluginResolution<string> {
  return resolvePlugins(needsOf(...needs), catalogue, { core, pins: pinsOf(...pins) });
}

/** Returns `id:version` of each plugin, in order. */
export function versionsOf(resolution: PluginResolution<string>): readonly string[] {
  return resolution.plugins.map(({ id, version }) => `${id}:${version}`);
}

function readLine(line: string): PluginRow {
  const [id = '', version = '', ...fields] = line.split(' ');
  const field = (name: string): string | undefined =>
    fields.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    id,
    version,
    core: field('core') ?? '2.500',
    sha256: `${'A'.repeat(43)}=`,
    size: 1,
    needs: field('needs')?.split(',') ?? [],
    optional: field('optional')?.split(',') ?? [],
  };
}
