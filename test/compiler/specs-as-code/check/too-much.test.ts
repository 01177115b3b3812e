import { expect, test } from 'vitest';
import { TooMuch, tooMuchOf } from '../../../../compiler/specs-as-code/check/too-much.ts';

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

test('a recursion without end and texts without room are about the spec', () => {
  const deep = (): number => deep() + 1;
  expect(tooMuchOf(thrownBy(deep))?.what).toBe('has types that are nested too deeply');
  expect(tooMuchOf(thrownBy(() => 'xx'.repeat(2 ** 30)))?.what).toBe('takes too much memory to check');
  expect(tooMuchOf(new TooMuch('is odd'))?.what).toBe('is odd');
});

test('what TypeScript throws is about the spec, what we throw is a mistake of ours', () => {
  const error = new Error('Debug Failure.');
  error.stack = `Error: Debug Failure.\n    at getType (/app/node_modules/typescript/lib/typescript.js:1:1)\n    at us (/app/index.js:1:1)`;
  expect(tooMuchOf(error)?.what).toBe('cannot be read by TypeScript');
  expect(tooMuchOf(new Error('a mistake of ours'))).toBeUndefined();
  expect(tooMuchOf('text')).toBeUndefined();
});
