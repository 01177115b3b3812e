import type { FileKind, FileStatus } from './file-system.ts';

/** What tells a file or folder from all others, and from itself after a change. */
export type StatusMark = Pick<FileStatus, 'identity' | 'size' | 'changed' | 'statusChanged'>;

/** Returns the mark of a status. */
export function markOf({ identity, size, changed, statusChanged }: StatusMark): StatusMark {
  return { identity, size, changed, statusChanged };
}

/** Returns whether what stands at a path now is the very thing of that kind which had a mark, without a change since. */
export function hasMark(status: FileStatus, kind: FileKind, mark: StatusMark): boolean {
  return (
    status.kind === kind &&
    status.size === mark.size &&
    status.changed === mark.changed &&
    status.statusChanged === mark.statusChanged &&
    status.identity === mark.identity
  );
}
