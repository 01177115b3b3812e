import { expect, test } from 'vitest';
import { NameGate } from '../../../../compiler/run/names/name-gate.ts';
import type { Claim } from '../../../../compiler/run/project/project-outcome.ts';

const host = (key: string): Claim => ({ kind: 'host', key, what: 'service `web`' });

test('names are given away in the order of the run, whoever asks first', async () => {
  const gate = new NameGate(['a', 'b', 'c']);
  const c = gate.ask({ folder: 'c' }, [host('x')]);
  const a = gate.ask({ folder: 'a' }, [host('x')]);
  gate.end({ folder: 'b' });
  expect(await Promise.all([a, c])).toEqual([true, false]);
});

test('a name that two projects may share refuses neither', async () => {
  const gate = new NameGate(['a', 'b']);
  const shared: Claim = { kind: 'namespace', key: 'shop', what: 'environment `Production`' };
  expect(await gate.ask({ folder: 'a' }, [shared])).toBe(true);
  expect(await gate.ask({ folder: 'b' }, [shared])).toBe(true);
});

test('a project that is finished stays answered, and those that are known have their names', async () => {
  const gate = new NameGate(['a', 'b', 'c'], [{ folder: 'b', claims: [host('y')] }]);
  expect(await gate.ask({ folder: 'a' }, [host('x')])).toBe(true);
  gate.end({ folder: 'a' });
  expect(await gate.ask({ folder: 'c' }, [host('y'), host('z')])).toBe(false);
});
