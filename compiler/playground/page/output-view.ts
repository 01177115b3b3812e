import { defaultKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { OutputLine } from '../../language/output.ts';
import { FileTree } from './file-tree.ts';
import { languageOf } from './languages.ts';
import { lineUnderPointer } from './line-under-pointer.ts';
import { markedLines, markLines } from './marked-lines.ts';

/** A file of the output. */
interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What the view of the output tells. */
export interface OutputViewHost {
  /** The reader is at a line. */
  readonly at: (path: string, line: number) => void;
  /** The reader wants to see where a line comes from. */
  readonly follow: (path: string, line: number) => void;
}

/** The files of the output as a tree, and one of them as text. */
export class OutputView {
  private readonly host: OutputViewHost;
  private readonly view: EditorView;
  private readonly tree: FileTree;
  private readonly title: HTMLElement;
  private files = new Map<string, string>();
  private marks: readonly OutputLine[] = [];
  private open = '';
  /** Whether the page moves the cursor, not the reader. */
  private isMoving = false;

  constructor(
    {
      tree,
      text,
      title,
    }: { readonly tree: HTMLElement; readonly text: HTMLElement; readonly title: HTMLElement },
    host: OutputViewHost,
  ) {
    this.host = host;
    this.title = title;
    this.tree = new FileTree(tree, (path) => this.show(path));
    this.view = new EditorView({
      parent: text,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        if (!this.isMoving && transactions.some(({ selection }) => selection !== undefined))
          host.at(this.open, view.state.doc.lineAt(view.state.selection.main.head).number);
      },
    });
  }

  /** Takes new files; the one that is shown stays where it is. */
  load(files: readonly OutputFile[]): void {
    this.files = new Map(files.map(({ path, text }) => [path, text]));
    this.tree.load(files.map(({ path }) => path));
    const open = this.files.has(this.open) ? this.open : firstShown(files);
    const text = this.files.get(open) ?? '';
    if (open !== this.open) this.show(open);
    else if (text !== this.view.state.doc.toString()) this.replace(text);
  }

  show(path: string): void {
    this.open = path;
    this.title.textContent = path;
    this.tree.select(path);
    this.view.setState(
      EditorState.create({ doc: this.files.get(path) ?? '', extensions: this.extensions(path) }),
    );
    this.showMarks();
  }

  /** Marks lines and no others; the tree says in which files they are. */
  mark(lines: readonly OutputLine[]): void {
    this.marks = lines;
    this.tree.mark(lines.map(({ path }) => path));
    this.showMarks();
  }

  /** Shows a line, with the keyboard there if asked for. */
  goTo({ path, line }: OutputLine, takeFocus: boolean): void {
    if (path !== this.open) this.show(path);
    const { doc } = this.view.state;
    const anchor = doc.line(Math.max(1, Math.min(line, doc.lines))).from;
    this.isMoving = true;
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.isMoving = false;
    if (takeFocus) this.view.focus();
  }

  /** The line at which the reader is. */
  get place(): OutputLine {
    return { path: this.open, line: this.view.state.doc.lineAt(this.view.state.selection.main.head).number };
  }

  private replace(text: string): void {
    const { doc } = this.view.state;
    const old = doc.toString();
    let start = 0;
    while (start < old.length && old[start] === text[start]) start++;
    let end = 0;
    while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
    this.isMoving = true;
    this.view.dispatch({
      changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) },
    });
    this.isMoving = false;
  }

  private showMarks(): void {
    markLines(
      this.view,
      this.marks.filter(({ path }) => path === this.open).map(({ line }) => line),
    );
  }

  private extensions(path: string): Extension {
    return [
      keymap.of([
        {
          key: 'Alt-Enter',
          run: () => {
            this.host.follow(this.place.path, this.place.line);
            return true;
          },
        },
        ...defaultKeymap,
        ...searchKeymap,
      ]),
      // Not to be changed, but with a cursor, which the keyboard needs.
      EditorState.readOnly.of(true),
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      languageOf(path),
      markedLines,
      lineUnderPointer((offset) => this.host.at(path, this.view.state.doc.lineAt(offset).number)),
      EditorView.contentAttributes.of({
        'aria-label': `Output ${path}`,
        'aria-readonly': 'true',
        tabindex: '0',
        inputmode: 'none',
      }),
    ];
  }
}

/** What a newcomer understands at once, rather than what is first in the order of the alphabet. */
function firstShown(files: readonly OutputFile[]): string {
  const found =
    files.find(({ path }) => /^kubernetes\/environments\/.*deployment/.test(path)) ??
    files.find(({ path }) => /^jenkins\/jobs\//.test(path)) ??
    files[0];
  return found?.path ?? '';
}
