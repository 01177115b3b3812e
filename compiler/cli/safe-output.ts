import type { Host, OutputStream } from '../host/host.ts';
import { colouredLogText, logText } from '../util/log-text.ts';

/**
 * Returns a host whose streams say nothing that a runner of CI or a terminal would take for a command, wherever the text
 * came from. It stands in one place, before all commands, so that no printer has to think of it.
 */
export function withSafeOutput(host: Host): Host {
  return Object.create(host, {
    stdout: { get: () => safeStream(host.stdout) },
    stderr: { get: () => safeStream(host.stderr) },
  });
}

function safeStream({ isTerminal, columns, write }: OutputStream): OutputStream {
  return {
    isTerminal,
    columns,
    write: (text, trust) => {
      if (trust === 'everything') write(text);
      else write(trust === 'colours' ? colouredLogText(text) : logText(text));
    },
  };
}
