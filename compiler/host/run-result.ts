/** What another program did: its exit code and what it wrote; `started` is false when there is no such program. */
export type RunResult =
  | { readonly started: true; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly started: false; readonly reason: string };
