import type { Location, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { absolutePath } from '../host/path.ts';
import { decodeUtf8 } from '../read/decode-utf8.ts';
import type { SourceFile } from '../text/span.ts';
import { uriOfPath } from './file-uri.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { ProjectState } from './project-state.ts';

const documents = new WeakMap<SourceFile, TextDocument>();

/** Lines end as the protocol says, which counts a lone CR, too. */
function documentOf(file: SourceFile): TextDocument {
  const known = documents.get(file) ?? TextDocument.create(file.name, '', 0, file.text);
  documents.set(file, known);
  return known;
}

/** A piece of a file: offsets in UTF-16 code units. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The files of a project, between the places of the compiler and those of the protocol. */
export class Places {
  private readonly state: ProjectState;
  private readonly open: OpenDocuments;
  private readonly others = new Map<string, SourceFile>();

  constructor(state: ProjectState, open: OpenDocuments) {
    this.state = state;
    this.open = open;
  }

  /** Returns the absolute path of a file by its name from the project folder. */
  pathOf(name: string): string {
    return absolutePath(this.state.folder, name);
  }

  /** Returns the URI of a file, as the client writes it where it has the file open. */
  uriOf(name: string): string {
    const path = this.pathOf(name);
    return this.open.atPath(path)?.uri ?? uriOfPath(path);
  }

  /** Returns the name of the file at an absolute path, if the project is made of it. */
  nameOf(path: string): string | undefined {
    const names = [...this.state.files.names, ...this.state.files.contents.keys()];
    return names.find((name) => this.pathOf(name) === path);
  }

  /** Returns a file by its name; undefined where its text is not known. */
  file(name: string): SourceFile | undefined {
    const known = this.state.view.sources.find((source) => source.name === name) ?? this.others.get(name);
    if (known !== undefined) return known;
    const bytes = this.state.files.contents.get(name);
    if (bytes === undefined) return undefined;
    const file = { name, text: decodeUtf8(bytes).text };
    this.others.set(name, file);
    return file;
  }

  /** Returns the offset of a position; one that is no place of the file becomes the nearest. */
  offsetAt(file: SourceFile, { line, character }: Position): number {
    const mark = line === 0 ? this.mark(file) : 0;
    return documentOf(file).offsetAt({ line, character: Math.max(0, character - mark) });
  }

  /** Returns the position of an offset. */
  positionAt(file: SourceFile, offset: number): Position {
    const { line, character } = documentOf(file).positionAt(offset);
    return { line, character: line === 0 ? character + this.mark(file) : character };
  }

  range(file: SourceFile, { start, end }: Piece): Range {
    return { start: this.positionAt(file, start), end: this.positionAt(file, Math.max(start, end)) };
  }

  /** Returns a place of a file by its name, if the text is known. */
  location({ file: name, ...piece }: Piece & { readonly file: string }): readonly Location[] {
    const file = this.file(name);
    return file === undefined ? [] : [{ uri: this.uriOf(name), range: this.range(file, piece) }];
  }

  /** A byte order mark is part of the text of a client that keeps it, and never of a source. */
  private mark({ name }: SourceFile): number {
    const text = this.open.atPath(this.pathOf(name))?.document;
    return text?.getText({ start: text.positionAt(0), end: text.positionAt(1) }) === '\ufeff' ? 1 : 0;
  }
}
