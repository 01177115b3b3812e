/** What the extension itself uses of the API of VS Code 1.91; the types of the whole are not needed for it. */
declare module 'vscode' {
  export interface Disposable {
    dispose(): unknown;
  }
  export interface Position {
    readonly line: number;
    readonly character: number;
  }
  export interface Uri {
    toString(): string;
  }
  export interface ExtensionContext {
    readonly subscriptions: Disposable[];
  }
  export interface TextEditor {
    readonly document: { readonly uri: Uri };
    readonly selection: { readonly active: Position };
  }
  export namespace commands {
    function registerCommand(command: string, callback: () => unknown): Disposable;
    function executeCommand(command: string, ...rest: readonly unknown[]): Thenable<unknown>;
  }
  export namespace window {
    const activeTextEditor: TextEditor | undefined;
    function showErrorMessage(message: string): Thenable<unknown>;
  }
  export namespace workspace {
    function getConfiguration(section: string): { get(name: string): unknown };
  }
}
