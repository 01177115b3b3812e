import { type FileDigest, parseManifest } from '../../plan/manifest.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import { MANIFEST_PATH, pathProblem } from '../../plan/output-path.ts';
import { count, fieldsOf, flag, listOf, type Shape, text } from '../../util/shape.ts';
import type { ProjectResult } from './kept-result.ts';
import type { PackedDiagnostic } from './packed-diagnostic.ts';
import { claim, fileDigest, packedDiagnostic } from './packed-shapes.ts';

/** A result as it is kept. */
export interface StoredResult extends Omit<ProjectResult, 'diagnostics'> {
  readonly diagnostics: readonly PackedDiagnostic[];
}

/** Returns whether data has the form of a result that is kept. */
export const isStoredResult: Shape<StoredResult> = fieldsOf(
  { diagnostics: listOf(packedDiagnostic), claims: listOf(claim), isWhole: flag },
  { manifest: fileDigest },
);

const outputFiles: Shape<readonly OutputFile[]> = listOf(
  fieldsOf<OutputFile>({ path: text, content: text, bytes: count }),
);

/**
 * Returns whether data is the output that a manifest describes: its files, each once and as they are there, and the
 * manifest at the end. Nothing of it leads out of the output folder.
 */
export function isStoredOutput(
  data: unknown,
  manifest: FileDigest,
  sha256: (text: string) => string,
): data is readonly OutputFile[] {
  if (!outputFiles(data)) return false;
  const last = data.at(-1);
  if (last?.path !== MANIFEST_PATH) return false;
  const parsed = parseManifest(last.content);
  if (parsed === undefined) return false;
  const digests = new Map([...parsed.artifacts, parsed.maps, manifest].map((each) => [each.path, each]));
  return (
    data.length === digests.size &&
    data.every(({ path, content, bytes }) => {
      const known = digests.get(path);
      digests.delete(path);
      return known?.bytes === bytes && known.sha256 === sha256(content) && pathProblem(path) === undefined;
    })
  );
}
