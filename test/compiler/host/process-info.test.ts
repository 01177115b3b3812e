import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../compiler/host/node-host.ts';

const { process: own } = createNodeHost(new URL('../../../', import.meta.url));
const data: object = JSON.parse(own.id);

describe('a process that left its id', () => {
  it('runs, when it is this one', () => {
    expect(own.isRunning(own.id)).toBe(true);
  });

  it('is gone, when its number stands for another one now', () => {
    expect(own.isRunning(JSON.stringify({ ...data, started: '1' }))).toBe(false);
  });

  it.each([
    ['machine', 'another'],
    // Of a container that is called alike, or of a machine that is.
    ['space', 'another pid:[1]'],
  ])('is not known, when its %s cannot be seen from here', (field, value) => {
    expect(own.isRunning(JSON.stringify({ ...data, [field]: value, process: 999_999_999 }))).toBeUndefined();
  });
});
