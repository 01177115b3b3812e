import { describe, expect, it } from 'vitest';
import { attempt } from '../../../compiler/host/node-files.ts';
import { systemLimit } from '../../../compiler/host/system-limit.ts';

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: said by the system, open 'x'`), { code });
}

describe('an exception of Node', () => {
  it.each([
    ['EMFILE', 'too many files are open: raise the limit'],
    ['ENOSPC', 'no space left on the device'],
  ])('%s is about the machine', (code, message) => {
    expect(systemLimit(failure(code))).toContain(message);
    expect(systemLimit(new Error(`${code}: said by a thread`))).toContain(message);
  });

  it.each([new TypeError('x is not a function'), failure('ENOENT'), new Error('toString: x'), 'EMFILE: x'])(
    '%s is not',
    (error) => {
      expect(systemLimit(error)).toBe(undefined);
    },
  );

  it.each([
    ['EMFILE', 'too-many-files', 'too many files are open'],
    ['ENFILE', 'too-many-files', 'too many files are open'],
    ['EROFS', 'denied', 'the file system is read-only'],
    ['EACCES', 'denied', 'permission denied'],
    ['ENAMETOOLONG', 'other', 'the path, or a name in it, is too long'],
    ['ELOOP', 'other', 'its symbolic links lead in a circle'],
  ])('%s is told as it is where a file is asked for', (code, kind, reason) => {
    const result = attempt(() => {
      throw failure(code);
    });
    expect(result).toEqual({ ok: false, failure: { kind, reason } });
  });
});
