import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

const setLines = StateEffect.define<readonly number[]>();
const mark = Decoration.line({ class: 'cm-marked' });

/** The lines of an editor that are marked; those of a text that changes go with it. */
export const markedLines: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    const effect = transaction.effects.find((each) => each.is(setLines));
    if (effect === undefined) return marks.map(transaction.changes);
    const { doc } = transaction.state;
    const builder = new RangeSetBuilder<Decoration>();
    for (const line of [...new Set<number>(effect.value)].sort((a, b) => a - b)) {
      if (line < 1 || line > doc.lines) continue;
      const { from } = doc.line(line);
      builder.add(from, from, mark);
    }
    return builder.finish();
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks lines of an editor, counted from 1, and no others. */
export function markLines(view: EditorView, lines: readonly number[]): void {
  view.dispatch({ effects: setLines.of(lines) });
}
