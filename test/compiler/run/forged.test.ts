import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { sharedNames } from '../../../compiler/run/finish/shared-names.ts';
import { mergeShards } from '../../../compiler/run/shards/merge-shards.ts';
import { SHARD_FORMAT, type ShardResult } from '../../../compiler/run/shards/shard-result.ts';
import { called, inFolder } from '../cli/run.ts';

const SECRET = 'TOKEN=not-for-anybody';

function hostWithSecret() {
  return createMemoryHost({
    files: {
      ...inFolder('/project/a', called('a')),
      ...inFolder('/project/b', called('b')),
      '/outside/secret': SECRET,
    },
  });
}

/** Claims of one name by two projects, at a place that somebody else has written down. */
function claimsAt(file: string) {
  const claim = { kind: 'host', key: 'x.example.com', what: 'x', place: { file, start: 0, end: 1 } } as const;
  return ['a', 'b'].map((folder) => ({ folder, claims: [claim] }));
}

function shard(projects: ReturnType<typeof claimsAt>, inputs: readonly (readonly [string, string])[]) {
  const folders = projects.map(({ folder }) => folder);
  const result: ShardResult = {
    format: SHARD_FORMAT,
    tool: 'test',
    shard: { index: 1, of: 1 },
    run: { kind: 'check', options: {}, compareOnly: false, folders, isFleet: true, fleets: [], findings: [] },
    projects: projects.map((project) => ({ ...project, names: [], findings: [], failed: false, inputs })),
  };
  return result;
}

describe('what another run has left', () => {
  it('leads to no file outside the project, whatever place it names', () => {
    for (const file of ['../../outside/secret', '/outside/secret']) {
      const [found] = sharedNames(hostWithSecret(), claimsAt(file));
      expect(found?.diagnostic.span?.file.text).toBe('');
    }
    const [found] = sharedNames(hostWithSecret(), claimsAt('build.bitesize'));
    expect(found?.diagnostic.span?.file.text).toContain('project: b');
  });

  it('names no inputs outside the project, and no place in another file than these', () => {
    const host = hostWithSecret();
    const name = '../../outside/secret';
    expect(mergeShards(host, [shard(claimsAt(name), [[name, host.sha256(SECRET)]])])).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^cannot read `a\/\.\.\/\.\.\/outside\/secret`: /),
    });
    const merged = mergeShards(host, [shard(claimsAt('build.bitesize'), [])]);
    expect(merged.ok && merged.outcomes.flatMap(({ claims }) => claims.map(({ place }) => place))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
