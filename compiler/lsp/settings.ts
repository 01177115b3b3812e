import { MOST_FINDINGS } from '../diagnostics/finding-list.ts';
import type { Host } from '../host/host.ts';
import { compileOptions, type ShapingOptions } from '../run/run-options.ts';

/** What of the options of `check` an editor may set, for the command line of the server or in its configuration. */
export interface LspSettings {
  readonly unknownFields: 'error' | 'warn';
  readonly allowPlainSecrets: boolean;
  readonly allowPlaceholders: boolean;
}

/** Returns the settings that a client sends, those that it does not send or that are none as they are in `given`. */
export function readSettings(sent: unknown, given: LspSettings): LspSettings {
  if (typeof sent !== 'object' || sent === null) return given;
  const field = (name: string): unknown => (Object.hasOwn(sent, name) ? Reflect.get(sent, name) : undefined);
  const unknownFields = field('unknownFields');
  const allowPlainSecrets = field('allowPlainSecrets');
  const allowPlaceholders = field('allowPlaceholders');
  return {
    unknownFields:
      unknownFields === 'error' || unknownFields === 'warn' ? unknownFields : given.unknownFields,
    allowPlainSecrets: typeof allowPlainSecrets === 'boolean' ? allowPlainSecrets : given.allowPlainSecrets,
    allowPlaceholders: typeof allowPlaceholders === 'boolean' ? allowPlaceholders : given.allowPlaceholders,
  };
}

/** Returns what the compiler wants to know of the settings: the same as for `check` with the same options. */
export function shapingOf(settings: LspSettings, env: Host['env']): ShapingOptions {
  const { unknownFields, allowPlainSecrets, allowPlaceholders } = settings;
  const flags = {
    ...(allowPlainSecrets ? { allowPlainSecrets: true as const } : {}),
    ...(allowPlaceholders ? { allowPlaceholders: true as const } : {}),
  };
  return compileOptions({ unknownFields, ...flags, maxDiagnostics: MOST_FINDINGS }, env);
}
