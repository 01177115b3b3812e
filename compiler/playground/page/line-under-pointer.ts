import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Calls back with the start of each line that the pointer comes to, and with the cursor when it leaves. */
export function lineUnderPointer(tell: (offset: number) => void): Extension {
  let line = -1;
  return EditorView.domEventHandlers({
    mousemove: (event, view) => {
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
      const at = view.state.doc.lineAt(offset);
      if (at.number === line) return;
      line = at.number;
      tell(at.from + (/\S/.exec(at.text)?.index ?? 0));
    },
    mouseleave: (_, view) => {
      line = -1;
      tell(view.state.selection.main.head);
    },
  });
}
