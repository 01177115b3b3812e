import { createTwoFilesPatch } from 'diff';
import { applyEdits } from '../../diagnostics/diagnostic.ts';
import { displayPath, type Finding } from '../../report/finding.ts';

import { redactSecrets } from '../../report/redact.ts';
import { cleanLines } from '../../util/log-text.ts';
import { unsafeFixes } from '../project/apply-fixes.ts';

/** Returns a unified diff for each fix that `--fix` does not apply, since it may change the meaning. */
export function unsafeDiffs(findings: readonly Finding[]): readonly string[] {
  const redact = redactSecrets(findings);
  return findings
    .filter(({ muted }) => muted === undefined)
    .flatMap(({ diagnostic, folder }) =>
      unsafeFixes([diagnostic]).flatMap(({ title, edits }) =>
        [...new Set(edits.map(({ span }) => span.file))].map((file) => {
          const before = redact(file);
          const after = applyEdits(
            before,
            edits.filter(({ span }) => span.file === file),
          );
          const path = displayPath(folder, file.name);
          const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 2 });
          return `not applied, look at it first: ${title}\n${cleanLines(patch.replace(/^(Index:.*\n)?=+\n/, ''))}`;
        }),
      ),
    );
}
