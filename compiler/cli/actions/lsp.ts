import type { Host } from '../../host/host.ts';
import { serveClient } from '../../lsp/serve-client.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';

/** The options of `lsp`, as commander gives them. */
export interface LspOptions {
  readonly unknownFields: 'error' | 'warn';
  readonly allowPlainSecrets?: true;
  readonly allowPlaceholders?: true;
}

/** Runs `bitesize lsp`: serves the client on the other side of standard input and output until it ends. */
export async function runLsp(host: Host, options: LspOptions): Promise<ExitCode> {
  const streams = host.openClient?.();
  if (streams === undefined) {
    host.stderr.write('error: there is no client to talk to here\n');
    return exitCodes.failure;
  }
  return serveClient(host, streams, {
    unknownFields: options.unknownFields,
    allowPlainSecrets: options.allowPlainSecrets === true,
    allowPlaceholders: options.allowPlaceholders === true,
  });
}
