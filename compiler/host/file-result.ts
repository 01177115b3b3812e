import { byteSize } from '../util/byte-size.ts';

/** Why an operation on a file did not work, as far as the compiler cares. */
export type FailureKind =
  | 'not-found'
  | 'exists'
  | 'not-a-folder'
  | 'is-a-folder'
  | 'is-a-link'
  | 'not-regular'
  | 'too-large'
  | 'outside'
  | 'not-empty'
  | 'denied'
  | 'busy'
  | 'other-device'
  | 'no-space'
  | 'unsupported'
  | 'too-many-watches'
  | 'too-many-files'
  | 'other';

/** A failed operation: its kind, and a few words for a person. */
export interface FileFailure {
  readonly kind: FailureKind;
  readonly reason: string;
}

/** What an operation gave, or why it failed. Nothing that a user can cause is thrown. */
export type FileResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FileFailure };

/** Returns the result of an operation that worked. */
export function success<T>(value: T): FileResult<T> {
  return { ok: true, value };
}

/** The result of an operation that worked and has nothing to give. */
export const done: FileResult<undefined> = { ok: true, value: undefined };

const reasons: Readonly<Record<FailureKind, string>> = {
  'not-found': 'no such file or folder',
  exists: 'it exists already',
  'not-a-folder': 'a part of the path is not a folder',
  'is-a-folder': 'it is a folder',
  'is-a-link': 'it is a symbolic link',
  'not-regular': 'it is no regular file',
  'too-large': 'it has more bytes than are read',
  outside: 'a link leads out of the repository',
  'not-empty': 'the folder is not empty',
  denied: 'permission denied',
  busy: 'it is in use',
  'other-device': 'it lies on another file system',
  'no-space': 'no space left on the device',
  unsupported: 'the file system cannot do this',
  'too-many-watches': 'the system allows no more watches',
  'too-many-files': 'too many files are open',
  other: 'the operation failed',
};

/** Returns the result of an operation that failed; without a reason, the usual words for its kind. */
export function failed(
  kind: FailureKind,
  reason: string = reasons[kind],
): Extract<FileResult<never>, { ok: false }> {
  return { ok: false, failure: { kind, reason } };
}

/** Returns the failure of reading a file that is larger than somebody wants to read. */
export function tooLarge(limit: number): ReturnType<typeof failed> {
  return failed('too-large', `it has more than ${byteSize(limit)}`);
}
