import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/span.ts';

/** How git marks where two changes of the same lines begin. */
const MARKER = /^<{7} .*$/m;

/** Returns the finding about the first merge conflict that git left in a file; undefined where there is none. */
export function conflictMarker(file: SourceFile): Diagnostic | undefined {
  const marker = MARKER.exec(file.text);
  if (marker === null) return undefined;
  const span = { file, start: marker.index, end: marker.index + '<<<<<<<'.length };
  return diagnose('source/syntax', { problem: 'a merge conflict is not resolved' }, span, {
    help: 'keep the lines that are right, and remove `<<<<<<<`, `=======` and `>>>>>>>` with what stands behind them',
  });
}
