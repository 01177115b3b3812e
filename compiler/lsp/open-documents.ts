import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem } from '../host/file-system.ts';
import { pathOfUri } from './file-uri.ts';
import type { OpenTexts } from './overlay-files.ts';

/** A text that the editor has open. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
  readonly document: TextDocument;
}

/** What the client may say of a change: a range and its new text, or the whole new text. */
export type ContentChange = Parameters<typeof TextDocument.update>[1][number];

/** The texts that the editor has open. A text of another scheme than `file:` belongs to no project and is left alone. */
export class OpenDocuments {
  private readonly byPath = new Map<string, OpenDocument>();
  private readonly encoded = new WeakMap<
    TextDocument,
    { readonly version: number; readonly bytes: Uint8Array }
  >();
  private readonly files: FileSystem;

  constructor(files: FileSystem) {
    this.files = files;
  }

  /** Takes a text that was opened; returns its path, or undefined where it is no file. */
  open(uri: string, languageId: string, version: number, text: string): string | undefined {
    const path = pathOfUri(uri);
    if (path === undefined) return undefined;
    this.byPath.set(path, { uri, path, document: TextDocument.create(uri, languageId, version, text) });
    return path;
  }

  /** Takes changes, each to the text that the one before left; returns the path of a text that is open. */
  change(uri: string, version: number, changes: readonly ContentChange[]): string | undefined {
    const known = this.at(uri);
    if (known === undefined) return undefined;
    TextDocument.update(known.document, [...changes], version);
    return known.path;
  }

  /** Forgets a text; what is saved counts again. Returns its path. */
  close(uri: string): string | undefined {
    const path = pathOfUri(uri);
    return path !== undefined && this.byPath.delete(path) ? path : undefined;
  }

  /** Returns the open text of a URI. */
  at(uri: string): OpenDocument | undefined {
    const path = pathOfUri(uri);
    return path === undefined ? undefined : this.byPath.get(path);
  }

  /** Returns the open text of an absolute path. */
  atPath(path: string): OpenDocument | undefined {
    return this.byPath.get(path);
  }

  get paths(): readonly string[] {
    return [...this.byPath.keys()];
  }

  /** Returns all texts as they would be saved, also by the paths that links lead to. */
  texts(): OpenTexts {
    const texts = new Map<string, Uint8Array>();
    for (const { path, document } of this.byPath.values()) {
      const bytes = this.bytesOf(document);
      const real = this.files.realPath(path);
      if (real.ok) texts.set(real.value, bytes);
      texts.set(path, bytes);
    }
    return texts;
  }

  private bytesOf(document: TextDocument): Uint8Array {
    const known = this.encoded.get(document);
    if (known?.version === document.version) return known.bytes;
    const bytes = new TextEncoder().encode(document.getText());
    this.encoded.set(document, { version: document.version, bytes });
    return bytes;
  }
}
