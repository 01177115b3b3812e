/** How the language server is started. */
export interface ServerCommand {
  readonly command: string;
  readonly args: string[];
}

/** Returns how the server is started by the setting `bitesize.command`: its words, `bitesize` where it is none. */
export function serverCommand(setting: unknown): ServerCommand {
  const words = Array.isArray(setting)
    ? setting.filter((word): word is string => typeof word === 'string' && word !== '')
    : [];
  const [command = 'bitesize', ...before] = words;
  return { command, args: [...before, 'lsp'] };
}
