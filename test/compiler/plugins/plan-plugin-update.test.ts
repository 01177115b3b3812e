import { describe, expect, it } from 'vitest';
import type { WarningRow } from '../../../compiler/plugins/catalogue-data.ts';
import type { PluginChange } from '../../../compiler/plugins/plan-plugin-update.ts';
import { planPluginUpdate } from '../../../compiler/plugins/plan-plugin-update.ts';
import { needsOf, pinsOf, smallData } from './small-catalogue.ts';

const warning = (id: string, plugin: string, pattern: string): WarningRow => ({
  id,
  plugin,
  url: 'https://w.test',
  versions: [{ pattern, last: null }],
});

interface Case {
  readonly base: readonly string[];
  readonly offered: readonly string[];
  readonly installed: readonly string[];
  readonly warnings?: readonly WarningRow[];
  readonly pins?: readonly string[];
}

function plan({ base, offered, installed, warnings = [], pins = [] }: Case): readonly PluginChange[] {
  const { changes } = planPluginUpdate(
    installed.map((text) => ({ id: text.split(':')[0] ?? '', version: text.split(':')[1] ?? '' })),
    needsOf('web'),
    smallData(base),
    { core: '2.578', plugins: smallData(offered).plugins, warnings },
    { core: '2.568.2', pins: pinsOf(...pins) },
  );
  return changes;
}

describe('planPluginUpdate', () => {
  it('is empty if nothing newer is offered', () => {
    expect(plan({ base: ['web 1'], offered: ['web 1'], installed: ['web:1'] })).toEqual([]);
  });

  it('lists what is updated, added and removed, by plugin id', () => {
    const changes = plan({
      base: ['web 1 needs=old:1', 'old 1'],
      offered: ['web 2 needs=api:1 core=2.560', 'api 5', 'old 1'],
      installed: ['web:1', 'old:1'],
    });
    expect(changes).toMatchObject([
      { kind: 'add', id: 'api', to: '5', chain: ['web', 'api'] },
      { kind: 'remove', id: 'old', from: '1' },
      { kind: 'update', id: 'web', from: '1', to: '2', requiredCore: '2.560' },
    ]);
  });

  it('says which warnings an update ends, and which stay', () => {
    const warnings = [warning('W1', 'web', '1'), warning('W2', 'web', '[12]')];
    const [change] = plan({ base: ['web 1'], offered: ['web 2'], installed: ['web:1'], warnings });
    expect(change).toMatchObject({ kind: 'update', fixes: [{ id: 'W1' }], warnings: [{ id: 'W2' }] });
  });

  it('says what holds a plugin back: the core or a pin', () => {
    const held = { base: ['web 1'], offered: ['web 2 core=2.570'], installed: ['web:1'] };
    expect(plan(held)).toMatchObject([{ kind: 'held', newest: '2', requiredCore: '2.570', by: 'core' }]);
    const pinned = { base: ['web 1'], offered: ['web 2'], installed: ['web:1'], pins: ['web:1'] };
    expect(plan(pinned)).toMatchObject([{ kind: 'held', newest: '2', by: 'pin' }]);
  });

  it('says what is no longer offered, with its warnings', () => {
    const warnings = [warning('W', 'web', '.*')];
    expect(plan({ base: ['web 1'], offered: [], installed: ['web:1'], warnings })).toMatchObject([
      { kind: 'gone', id: 'web', from: '1', warnings: [{ id: 'W' }] },
    ]);
  });
});
