import type { Volume } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { secretKeyProblem } from '../../util/kubernetes-name.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';
import { at, keyOf, type Rule } from './rule.ts';
import { containersOf, eachOwnService } from './support/each-service.ts';

/** Volumes are mounted at paths of their own, and keys are picked only from what has keys. */
export const volumesRule: Rule = {
  name: 'volumes',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      for (const { volumes } of containersOf(service)) {
        if (volumes.length > 0) yield* checkPaths(volumes);
        for (const volume of volumes) yield* checkItems(volume);
      }
    }
  },
};

function* checkPaths(volumes: readonly Volume[]): Generator<Diagnostic> {
  const first = new Map<string, Sourced<string>>();
  for (const { path } of volumes) {
    const problem = pathProblem(path.value);
    if (problem !== undefined) {
      yield diagnose('check/mount-path', { path: path.value, problem }, at(path), {
        help: 'write the absolute path of a folder or file in the container',
      });
      continue;
    }
    const place = withoutSlashesAtEnd(path.value);
    const earlier = first.get(place);
    if (earlier === undefined) {
      first.set(place, path);
      continue;
    }
    const label = at(earlier);
    const taken = 'another volume is mounted there';
    yield diagnose('check/mount-path', { path: path.value, problem: taken }, at(path), {
      labels: label === undefined ? [] : [{ span: label, text: 'mounted here first' }],
      help: 'give one of the two another path',
    });
  }
}

function pathProblem(path: string): string | undefined {
  if (!path.startsWith('/')) return 'the path is not absolute';
  if (path.includes(':')) return 'a colon cannot stand in it';
  return path.split('/').includes('..') ? '`..` cannot stand in it' : undefined;
}

/** Keys are mounted as files below the volume, each at a path of its own. Follows `validateKeyToPath` and its helpers. */
function* checkItemPaths({ items }: Volume): Generator<Diagnostic> {
  const first = new Map<string, Sourced<string>>();
  for (const { key, path } of items) {
    const keyProblem = secretKeyProblem(key.value);
    if (keyProblem !== undefined) {
      yield diagnose(
        'check/volume-item',
        { text: key.value, problem: `it is no key: ${keyProblem}` },
        at(key),
        {
          help: 'write a key of the ConfigMap or Secret',
        },
      );
    }
    const earlier = first.get(path.value);
    if (earlier === undefined) first.set(path.value, path);
    const problem = earlier === undefined ? itemPathProblem(path.value) : 'another key is mounted there';
    if (problem === undefined) continue;
    const label = earlier === undefined ? undefined : at(earlier);
    yield diagnose('check/volume-item', { text: path.value, problem }, at(path), {
      labels: label === undefined ? [] : [{ span: label, text: 'mounted here first' }],
      help:
        earlier === undefined
          ? 'write the name of the file, relative to the path of the volume'
          : 'give one of the two another path',
    });
  }
}

function itemPathProblem(path: string): string | undefined {
  if (path.startsWith('/')) return 'the path is absolute';
  if (path.split('/').includes('..')) return '`..` cannot stand in it';
  return path.startsWith('..') ? 'it cannot start with `..`' : undefined;
}

function* checkItems(volume: Volume): Generator<Diagnostic> {
  yield* checkItemPaths(volume);
  const type = volume.type.value.toLowerCase();
  if (volume.items.length === 0 || type === 'configmap' || type === 'secret') return;
  const help = volume.$.fields.has('type') ? [] : ['add `type: configmap` when the volume is one'];
  yield diagnose('check/volume-items', { type: volume.type.value }, keyOf(volume, 'items'), { help });
}
