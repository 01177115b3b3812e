import { utf8Length } from './utf8-length.ts';

/** Characters that `jenkins.model.Jenkins.checkGoodName` of Jenkins 2.568 refuses. */
const REFUSED = /[?*/\\%!@#$^&|<>[\]:;]/;

/**
 * Returns what is wrong with a text as the name of a Jenkins job, or undefined for a good one. Follows
 * `Jenkins.checkGoodName`; a name must also stay what it is when it becomes a folder of the file system.
 */
export function jobNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'it is empty';
  if (name === '.' || name === '..') return 'it is a folder of the file system';
  const character = REFUSED.exec(name)?.[0];
  if (character !== undefined) return `Jenkins does not allow \`${character}\` in it`;
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'it has a control character';
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name))
    return 'it has a mark that changes the direction of text';
  if (name !== name.trim()) return 'it has a space at an end';
  if (name.endsWith('.')) return 'it ends with a dot';
  return utf8Length(name) > MOST_BYTES ? `it has more than ${MOST_BYTES} bytes` : undefined;
}

/** File systems take 255 bytes for a name; names of jobs are joined of two parts and get an ending. */
const MOST_BYTES = 120;
