import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireTool } from '../../oracles/tools/require-tool.ts';
import type { Connection } from '../server/connection.ts';
import { kubectlTool } from '../server/programs.ts';

/** One call of kubectl that a script made. */
export interface KubectlCall {
  readonly arguments: readonly string[];
  readonly exit: number;
  readonly stderr: string;
}

/** A kubectl that keeps what it was called with, and what has been kept since the last time it was asked. */
export interface RecordingKubectl {
  readonly path: string;
  take(): readonly KubectlCall[];
}

/**
 * Makes a kubectl that passes everything on to the real one. Only `--timeout` is shortened to a second: nothing will
 * change while a call waits, since no controller is there.
 */
export function recordingKubectl({ folder }: Connection): RecordingKubectl {
  const own = join(folder, 'kubectl');
  const log = join(own, 'calls');
  const path = join(own, 'kubectl');
  if (!existsSync(own)) {
    mkdirSync(own);
    writeFileSync(path, script(requireTool(kubectlTool), own));
    chmodSync(path, 0o755);
  }
  return {
    path,
    take: () => {
      if (!existsSync(log)) return [];
      const records = readFileSync(log, 'utf8').split('\u0001').slice(0, -1);
      rmSync(log);
      return records.map((record) => {
        const [exit = '', stderr = '', ...words] = record.split('\0');
        return { arguments: words.slice(0, -1), exit: Number(exit), stderr };
      });
    },
  };
}

/** A record is the exit code, standard error and the arguments, each ended by NUL; U+0001 ends the record. */
function script(kubectl: string, folder: string): string {
  return `#!/bin/sh
errors=$(mktemp '${folder}/errors.XXXXXX')
count=$#
while [ "$count" -gt 0 ]; do
    word=$1
    shift
    case $word in --timeout=*) word=--timeout=1s ;; esac
    set -- "$@" "$word"
    count=$((count - 1))
done
code=0
'${kubectl}' "$@" 2>"$errors" || code=$?
cat "$errors" >&2
{
    printf '%s\\0' "$code" "$(cat "$errors")" "$@"
    printf '\\001'
} >>'${folder}/calls'
rm -f "$errors"
exit "$code"
`;
}
