import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import type { CompletionOffer } from '../../language/complete.ts';
import type { Hover } from '../../language/hover.ts';
import type { TextEdit } from '../../language/rename.ts';
import type { PlayFile, PlayFinding } from '../protocol.ts';
import { make } from './elements.ts';
import { languageOf } from './languages.ts';
import { lineUnderPointer } from './line-under-pointer.ts';
import { inline, markdownElement } from './markdown.ts';
import { markedLines, markLines } from './marked-lines.ts';

/** What the editor of the specs asks and tells. */
export interface SpecEditorHost {
  readonly changed: () => void;
  /** The reader is at a place: the cursor, or the pointer over a line. */
  readonly at: (file: string, offset: number) => void;
  /** The reader wants to see what a place becomes. */
  readonly follow: (file: string, offset: number) => void;
  readonly complete: (file: string, offset: number) => Promise<readonly CompletionOffer[]>;
  readonly hover: (file: string, offset: number) => Promise<Hover | null>;
}

/** The files of a project and an editor that shows one of them. */
export class SpecEditor {
  private readonly host: SpecEditorHost;
  private readonly view: EditorView;
  private states = new Map<string, EditorState>();
  private findings: readonly PlayFinding[] = [];
  private marks: readonly { readonly file: string; readonly line: number }[] = [];
  private open = '';

  constructor(parent: HTMLElement, host: SpecEditorHost) {
    this.host = host;
    this.view = new EditorView({
      parent,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        if (this.states.has(this.open)) this.states.set(this.open, view.state);
        if (transactions.some(({ docChanged }) => docChanged)) host.changed();
        if (transactions.some(({ docChanged, selection }) => docChanged || selection !== undefined))
          host.at(this.open, view.state.selection.main.head);
      },
    });
  }

  /** The name of the file that is shown. */
  get file(): string {
    return this.open;
  }

  /** Where the cursor is. */
  get cursor(): number {
    return this.view.state.selection.main.head;
  }

  get names(): readonly string[] {
    return [...this.states.keys()];
  }

  files(): readonly PlayFile[] {
    return [...this.states].map(([name, state]) => ({ name, text: state.doc.toString() }));
  }

  /** Replaces all files. */
  load(files: readonly PlayFile[], open: string): void {
    this.states = new Map(files.map(({ name, text }) => [name, this.stateOf(name, text)]));
    this.findings = [];
    this.marks = [];
    this.show(this.states.has(open) ? open : (this.names[0] ?? ''));
  }

  add(name: string, text: string): void {
    this.states.set(name, this.stateOf(name, text));
    this.show(name);
    this.host.changed();
  }

  remove(name: string): void {
    this.states.delete(name);
    this.show(this.names[0] ?? '');
    this.host.changed();
  }

  show(name: string): void {
    this.open = name;
    this.view.setState(this.states.get(name) ?? this.stateOf('', ''));
    this.showFindings();
    this.showMarks();
  }

  /** Shows a file with the cursor at a place, and takes the keyboard there. */
  goTo(file: string, offset: number): void {
    if (!this.states.has(file)) return;
    if (file !== this.open) this.show(file);
    const anchor = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.view.focus();
  }

  /** Changes files as a fix says. */
  apply(edits: readonly TextEdit[]): void {
    for (const file of new Set(edits.map((edit) => edit.file))) {
      const state = this.states.get(file);
      if (state === undefined) continue;
      const changes = edits
        .filter((edit) => edit.file === file && edit.end <= state.doc.length)
        .map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
      if (file === this.open) this.view.dispatch({ changes, userEvent: 'input.fix' });
      else this.states.set(file, state.update({ changes }).state);
    }
    this.host.changed();
  }

  /** Shows findings where they are, in whatever file. */
  setFindings(findings: readonly PlayFinding[]): void {
    this.findings = findings;
    this.showFindings();
  }

  /** Marks lines, counted from 1, and no others. */
  mark(marks: readonly { readonly file: string; readonly line: number }[]): void {
    this.marks = marks;
    this.showMarks();
  }

  /** Returns the number of the line of a place. */
  lineOf(file: string, offset: number): number {
    const doc = this.states.get(file)?.doc;
    return doc === undefined ? 1 : doc.lineAt(Math.min(offset, doc.length)).number;
  }

  private showMarks(): void {
    markLines(
      this.view,
      this.marks.filter(({ file }) => file === this.open).map(({ line }) => line),
    );
  }

  private showFindings(): void {
    const { length } = this.view.state.doc;
    const shown = this.findings.flatMap((finding): Diagnostic[] => {
      const { place, severity, code, fixes } = finding;
      if (place?.file !== this.open || place.end > length) return [];
      return [
        {
          from: place.start,
          to: place.end,
          severity,
          source: code,
          message: finding.message,
          renderMessage: () => this.findingElement(finding),
          actions: fixes.map(({ title, edits }) => ({ name: title, apply: () => this.apply(edits) })),
        },
      ];
    });
    this.view.dispatch(setDiagnostics(this.view.state, shown));
  }

  private stateOf(name: string, doc: string): EditorState {
    return EditorState.create({ doc, extensions: this.extensions(name) });
  }

  private extensions(name: string): Extension {
    return [
      keymap.of([
        {
          key: 'Alt-Enter',
          run: ({ state }) => {
            this.host.follow(name, state.selection.main.head);
            return true;
          },
        },
      ]),
      lineNumbers(),
      lintGutter(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      history(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      autocompletion({ override: [(context) => this.complete(name, context)], icons: false }),
      hoverTooltip(async (_, offset) => {
        const found = await this.host.hover(name, offset).catch(() => null);
        if (found === null) return null;
        const create = () => ({ dom: make('div', { class: 'tip' }, markdownElement(found.markdown)) });
        return { pos: found.start, end: found.end, above: true, create };
      }),
      tooltips({ position: 'fixed' }),
      languageOf(name),
      markedLines,
      lineUnderPointer((offset) => this.host.at(name, offset)),
      // Tab leaves the editor, as everywhere on a page; Ctrl-] and Ctrl-[ indent.
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...completionKeymap,
        ...lintKeymap,
      ]),
      EditorView.contentAttributes.of({
        'aria-label': `Text of ${name}`,
        spellcheck: 'false',
        tabindex: '0',
      }),
    ];
  }

  private async complete(file: string, context: CompletionContext): Promise<CompletionResult | null> {
    const offers = await this.host.complete(file, context.pos).catch(() => []);
    const [first] = offers;
    if (first === undefined || context.aborted) return null;
    const { start } = first.replace;
    const options = offers
      .filter(({ replace }) => replace.start === start)
      .map(({ label, kind, detail, documentation, insertText, replace }, index) => ({
        label,
        type: kind,
        boost: -index / 100,
        ...(detail === undefined ? {} : { detail }),
        ...(documentation === undefined ? {} : { info: () => markdownElement(documentation) }),
        apply: (view: EditorView, _: object, from: number, to: number) =>
          view.dispatch({
            changes: { from, to: Math.max(to, replace.end), insert: insertText },
            selection: { anchor: from + insertText.length },
            userEvent: 'input.complete',
          }),
      }));
    return { from: Math.min(start, context.pos), options, validFor: /^[\w.-]*$/ };
  }

  /** Returns a finding as an element: what is wrong, other places, what to do. */
  findingElement({ code, message, labels, help }: PlayFinding): HTMLElement {
    const about = labels.map(({ text, file, start }) =>
      make('p', {}, `${file}:${this.lineOf(file, start)}: `, ...inline(text)),
    );
    return make(
      'div',
      {},
      make('span', {}, ...inline(message)),
      ' ',
      make('code', { class: 'code' }, code),
      ...about,
      ...help.map((text) => make('p', {}, 'help: ', ...inline(text))),
    );
  }
}
