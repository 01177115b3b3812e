import type { FileStatus } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { readSealed, type SealContext, writeSealed } from '../../host/sealed-file.ts';
import { type FileDigest, parseManifest } from '../../plan/manifest.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import { MANIFEST_PATH, pathProblem } from '../../plan/output-path.ts';
import type { SourceFile } from '../../text/span.ts';
import { hmacSha256 } from '../../util/hmac-sha256.ts';
import { parseJson } from '../../util/parse-json.ts';
import { count, fieldsOf, flag, listOf, moment, type Shape, text } from '../../util/shape.ts';
import type { CacheSettings } from '../project/project-task.ts';
import type { CompiledResult, ProjectResult } from './kept-result.ts';
import { type PackedDiagnostic, packDiagnostic, unpackDiagnostic } from './packed-diagnostic.ts';
import { claim, fileDigest, packedDiagnostic } from './packed-shapes.ts';

/** A result as it is kept. */
interface StoredResult extends Omit<ProjectResult, 'diagnostics'> {
  readonly diagnostics: readonly PackedDiagnostic[];
}

/** Returns whether data has the form of a result that is kept. */
const isStoredResult: Shape<StoredResult> = fieldsOf(
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
function isStoredOutput(
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

interface LeftManifest {
  /** Names the file, as `FileStatus` has it. */
  readonly identity: string;
  /** Its last change of status, in milliseconds. */
  readonly changed: number;
}

const isLeftManifest: Shape<LeftManifest> = fieldsOf<LeftManifest>({ identity: text, changed: moment });

/** An entry that was not used for a day is marked as used, so that pruning leaves it alone. */
export const DAY = 24 * 60 * 60_000;

/**
 * Results of earlier runs by their keys. Nothing in it is needed: an entry that is missing, broken or cannot be written
 * only costs time.
 */
export class ResultCache {
  private readonly host: Host;
  private readonly settings: CacheSettings;
  private readonly context: SealContext;

  constructor(host: Host, settings: CacheSettings) {
    this.host = host;
    this.settings = settings;
    const { folder, key } = settings;
    this.context = { files: host.files, sha256: host.sha256, folder, ...(key === undefined ? {} : { key }) };
  }

  /** Returns the result of a key; `fileNamed` gives the files of the project that it is about. */
  find(key: string, fileNamed: (name: string) => SourceFile): ProjectResult | undefined {
    const stored = this.read(this.nameOf(key));
    if (!isStoredResult(stored)) return undefined;
    return { ...stored, diagnostics: stored.diagnostics.map((each) => unpackDiagnostic(each, fileNamed)) };
  }

  /** Returns the output that belongs to a result with this manifest, or undefined when it is not kept. */
  findOutput(key: string, manifest: FileDigest): readonly OutputFile[] | undefined {
    if (!this.settings.keepsOutput) return undefined;
    const output = this.read(`${this.nameOf(key)}.output`);
    return isStoredOutput(output, manifest, this.host.sha256) ? output : undefined;
  }

  /** Keeps a result under its key, the output only where it is shared. */
  keep(key: string, { files, diagnostics, ...rest }: CompiledResult): void {
    const name = this.nameOf(key);
    if (this.settings.keepsOutput && files.length > 0)
      writeSealed(this.context, `${name}.output`, JSON.stringify(files));
    const stored: StoredResult = { ...rest, diagnostics: diagnostics.map(packDiagnostic) };
    writeSealed(this.context, name, JSON.stringify(stored));
  }

  /**
   * Returns whether the manifest of an output folder is the very file that an earlier run left there. A checkout can bring
   * a manifest with the right words and files of the right sizes, but no file that this machine has seen before.
   */
  isAsLeft(root: string, manifest: FileStatus): boolean {
    const left = this.read(this.leftName(root));
    return (
      isLeftManifest(left) && left.identity === manifest.identity && left.changed === manifest.statusChanged
    );
  }

  /** Notes that a run leaves the manifest of an output folder as it is. */
  noteLeft(root: string, { identity, statusChanged }: FileStatus): void {
    const left: LeftManifest = { identity, changed: statusChanged };
    writeSealed(this.context, this.leftName(root), JSON.stringify(left));
  }

  private leftName(root: string): string {
    return this.nameOf(this.host.sha256(root), 'left');
  }

  /** Entries with a seal of another key, or of none, have other names: they do not get in each other's way. */
  private nameOf(key: string, folder = 'results'): string {
    const { host, settings } = this;
    const name = settings.key === undefined ? key : hmacSha256(host.sha256, settings.key, key);
    return `${folder}/${name.slice(0, 2)}/${name}`;
  }

  private read(name: string): unknown {
    const text = readSealed(this.context, name);
    if (text === undefined) return undefined;
    this.markUsed(`${this.settings.folder}/${name}`);
    return parseJson(text);
  }

  /** Setting a mode anew changes nothing but the time of the last change of status. */
  private markUsed(path: string): void {
    const status = this.host.files.status(path);
    if (!status.ok || this.host.now() - status.value.statusChanged < DAY) return;
    this.host.files.setMode(path, status.value.mode);
  }
}
