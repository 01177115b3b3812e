import { expect, test } from 'vitest';
import type { ResolvedPlugin } from '../../../compiler/plugins/resolved-plugin.ts';
import { lockRow } from '../../../emitters/plugins-txt/lock-row.ts';

const plugin: ResolvedPlugin<string> = {
  id: 'git',
  version: '5.0',
  root: true,
  needs: [],
  chain: ['git'],
  neededBy: [],
  dependencies: [
    { id: 'scm-api', minimum: '1', kind: 'mandatory' },
    { id: 'matrix-project', minimum: '1', kind: 'optional' },
  ],
  pin: undefined,
  requiredCore: '2.479',
  sha256: 'abc=',
  size: 10,
  url: 'https://example.com/git.hpi',
};

test('says what is so in this project, whatever was printed before', () => {
  const changes: Partial<ResolvedPlugin<string>>[] = [
    {},
    { url: 'https://mirror.example.com/git.hpi' },
    { version: '5.1' },
    { requiredCore: '2.500' },
    { size: 11 },
    { sha256: 'def=' },
    { sha256: undefined, size: undefined },
    { dependencies: [] },
    { dependencies: [{ id: 'credentials', minimum: '1', kind: 'implied' }] },
    { id: 'git-client' },
    { pin: { id: 'git', version: '5.0', url: 'https://pin.example.com/git.hpi', origin: 'pin' } },
    {},
  ];
  for (const change of [...changes, ...changes.toReversed()]) {
    const changed = { ...plugin, ...change };
    const { id, version, sha256, size, url, requiredCore } = changed;
    const needs = changed.dependencies.filter(({ kind }) => kind !== 'optional').map((edge) => edge.id);
    expect(JSON.parse(lockRow(changed))).toEqual(
      JSON.parse(JSON.stringify({ id, version, sha256, size, url, requiredCore, needs })),
    );
  }
});
