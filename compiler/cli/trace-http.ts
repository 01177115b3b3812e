import { Option } from 'commander';
import type { Host } from '../host/host.ts';
import { replaceFile } from '../host/replace-file.ts';
import type { Exchange } from '../jenkins-server/jenkins-client.ts';
import { cleanText } from '../util/log-text.ts';
import { outputFile } from './output-option.ts';

/** Returns `--trace-http`, which commands have that ask a running Jenkins. */
export function traceOption(): Option {
  return new Option(
    '--trace-http [file]',
    'write a line for each request, to standard error or to a file: never a header or what was sent',
  ).argParser(outputFile);
}

/** Takes requests as they are answered. */
export interface HttpTrace {
  readonly onExchange: (exchange: Exchange) => void;
  /** Writes the file; returns what went wrong. */
  readonly end: () => string | undefined;
}

/**
 * Returns what writes down requests, one line each; undefined without the option. With `continues` what this command has written to
 * the file before stays in it.
 */
export function openTrace(
  host: Host,
  option: string | true | undefined,
  continues = false,
): HttpTrace | undefined {
  if (option === undefined) return undefined;
  const before = continues && option !== true ? host.files.read(option) : undefined;
  const lines: string[] = before?.ok === true ? [new TextDecoder().decode(before.value)] : [];
  return {
    onExchange: (exchange) => {
      const line = `${traceLine(exchange)}\n`;
      if (option === true) host.stderr.write(line);
      else lines.push(line);
    },
    end: () => {
      if (option === true) return undefined;
      const written = replaceFile(host, option, lines.join(''));
      return written.ok ? undefined : `cannot write \`${option}\`: ${written.failure.reason}`;
    },
  };
}

function traceLine({ method, path, attempt, result, bytes }: Exchange): string {
  const again = attempt > 1 ? ` attempt ${attempt}` : '';
  return `${method} ${cleanText(path)}${again}: ${cleanText(result)}, ${bytes} bytes`;
}
