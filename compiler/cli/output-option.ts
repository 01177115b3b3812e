import { InvalidArgumentError } from 'commander';
import { specKindOf } from '../source/spec-kind.ts';

/** Returns the file that an option names to be written: never a spec, which a slip would lose. */
export function outputFile(value: string): string {
  if (specKindOf(value) !== undefined)
    throw new InvalidArgumentError('It is the name of a spec, which would be lost: name another file.');
  return named(value, 'file');
}

/** Returns the folder that an option names to be written to; without a name it would be the current one. */
export function outputFolder(value: string): string {
  return named(value, 'folder');
}

function named(value: string, what: 'file' | 'folder'): string {
  if (value === '')
    throw new InvalidArgumentError(`It is empty: is the variable set that names the ${what}?`);
  return value;
}
