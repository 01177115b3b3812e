/** One text that was read: its name as the user knows it (relative, with `/`), and its content. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}
