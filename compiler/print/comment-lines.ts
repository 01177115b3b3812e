import { oneLine } from './one-line.ts';

/** Returns lines of comments that start with `#`, each with its line break; no text can leave its line. */
export function commentLines(comments: readonly string[]): string {
  return comments.map((comment) => `# ${oneLine(comment)}\n`).join('');
}
