/**
 * Returns one word of a POSIX shell command that stands for exactly this text: bare when every character is
 * harmless, otherwise in single quotes. A word never starts with a dash by accident: callers put `--` before it.
 */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
