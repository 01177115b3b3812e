import { describe, expect, it } from 'vitest';
import { outputLines } from '../../../compiler/run/finish/output-lines.ts';
import type { ProjectOutput } from '../../../compiler/run/project/project-outcome.ts';

function output(index: number, added: number): ProjectOutput {
  return {
    folder: `out/p${index}`,
    counts: { added, changed: 0, removed: 0, same: 5, upToDate: added === 0 },
    manifest: { path: 'manifest.json', bytes: 1, sha256: 'x' },
  };
}

const outputs = (size: number, changed: number) =>
  Array.from({ length: size }, (_, index) => output(index, index < changed ? 2 : 0));

describe('lines about output folders', () => {
  it('tell of each of a few projects', () => {
    expect(outputLines(outputs(2, 1), false)).toEqual([
      'out/p0: 2 added, 0 changed, 0 removed, 5 unchanged',
      'out/p1: 0 added, 0 changed, 0 removed, 5 unchanged',
    ]);
  });

  it('tell of what changed among many, and of all together', () => {
    expect(outputLines(outputs(1000, 1), true)).toEqual([
      'out/p0: 2 to add, 0 to change, 0 to remove, 5 unchanged',
      'all 1000 projects: 2 to add, 0 to change, 0 to remove, 5000 unchanged',
    ]);
  });

  it('stop after twenty', () => {
    const lines = outputLines(outputs(30, 25), false);
    expect(lines).toHaveLength(22);
    expect(lines.slice(20)).toEqual([
      '5 more projects changed',
      'all 30 projects: 50 added, 0 changed, 0 removed, 150 unchanged',
    ]);
  });
});
