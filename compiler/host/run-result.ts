/** How another program is started. */
export interface RunOptions {
  /** All of its variables: nothing is added. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What it reads; nothing when absent. */
  readonly input?: string;
}

/** What another program did: its exit code and what it wrote; `started` is false when there is no such program. */
export type RunResult =
  | {
      readonly started: true;
      readonly code: number;
      /** What it wrote, as UTF-8. */
      readonly stdout: string;
      /** The same as bytes, for what may be no text. */
      readonly bytes: Uint8Array;
      readonly stderr: string;
    }
  | { readonly started: false; readonly reason: string };
