import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { serverCommand } from './server-command.ts';

let client: LanguageClient | undefined;

/** Starts the language server, and adds the commands that need to know where the cursor is. */
export async function activate(context: ExtensionContext): Promise<void> {
  const { command, args } = serverCommand(workspace.getConfiguration('bitesize').get('command'));
  client = new LanguageClient(
    'bitesize',
    'Bitesize',
    { command, args },
    {
      documentSelector: [
        { scheme: 'file', language: 'bitesize' },
        { scheme: 'file', pattern: '**/*.bitesize' },
        { scheme: 'file', pattern: '**/*.bitesize.ts' },
        // Files that specs name count before they are saved, too.
        { scheme: 'file', pattern: '**/gists/**' },
      ],
    },
  );
  context.subscriptions.push(
    commands.registerCommand('bitesize.openOutput', openOutput),
    commands.registerCommand('bitesize.openOrigin', openOrigin),
    commands.registerCommand('bitesize.restart', () => client?.restart()),
  );
  try {
    await client.start();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(`\`${[command, ...args].join(' ')}\` does not start: ${what}`);
  }
}

/** Ends the language server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function openOutput(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { line, character } = editor.selection.active;
  await commands.executeCommand('bitesize.showOutput', editor.document.uri.toString(), { line, character });
}

async function openOrigin(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const line = editor.selection.active.line + 1;
  await commands.executeCommand('bitesize.showOrigin', editor.document.uri.toString(), line);
}
