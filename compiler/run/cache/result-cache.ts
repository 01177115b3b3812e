import type { FileStatus } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { openSealed, type SealContext, writeSealed } from '../../host/sealed-file.ts';
import { type ArchivePlace, sectionName, sectionPath } from '../../plan/archive/archive-place.ts';
import { type FileDigest, parseManifest } from '../../plan/manifest.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import { MANIFEST_PATH, pathProblem } from '../../plan/output-path.ts';
import { type KnownFolders, type OutputPlace, placeAt, plainPlace } from '../../plan/output-place.ts';
import {
  markArchived,
  markOutput,
  nothingChanged,
  type OutputMark,
  type PlanCounts,
  unchangedOutput,
} from '../../plan/unchanged-output.ts';
import { areSpecsUntouched } from '../../read/specs-mark.ts';
import type { SourceFile } from '../../text/span.ts';
import { hmacSha256 } from '../../util/hmac-sha256.ts';
import { once } from '../../util/once.ts';
import { parseJson } from '../../util/parse-json.ts';
import { count, digest, fieldsOf, flag, listOf, type Shape, text } from '../../util/shape.ts';
import type { CacheSettings } from '../project/project-task.ts';
import { type ArchiveNote, stillTrue } from './archive-note.ts';
import type {
  CompiledResult,
  LeftResult,
  ProjectResult,
  SpecsOfResult,
  UnchangedResult,
  UntouchedResult,
} from './kept-result.ts';
import { type PackedDiagnostic, packDiagnostic, unpackDiagnostic } from './packed-diagnostic.ts';
import {
  archiveNote,
  claim,
  fileDigest,
  outputMark,
  packedDiagnostic,
  specsOfResult,
} from './packed-shapes.ts';

/** A result as it is kept. */
interface StoredResult extends Omit<ProjectResult, 'diagnostics'> {
  readonly diagnostics: readonly PackedDiagnostic[];
}

const resultFields = { diagnostics: listOf(packedDiagnostic), claims: listOf(claim), isWhole: flag };

/** Returns whether data has the form of a result that is kept. */
const isStoredResult: Shape<StoredResult> = fieldsOf(resultFields, { manifest: fileDigest });

/** A result as it is kept for the folder that its output was left in. */
interface StoredLeft extends Omit<LeftResult, 'diagnostics'> {
  readonly diagnostics: readonly PackedDiagnostic[];
}

const isStoredLeft: Shape<StoredLeft> = fieldsOf<Omit<StoredLeft, 'specs'>, Pick<StoredLeft, 'specs'>>(
  { ...resultFields, manifest: fileDigest, key: digest, mark: outputMark },
  { specs: specsOfResult },
);

/** A note of an output folder. */
interface FoundNote {
  /** The output folder as it was named. */
  readonly folder: string;
  readonly place: OutputPlace;
  readonly stored: StoredLeft;
}

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

/** An entry that was not used for a day is marked as used, so that pruning leaves it alone. */
export const DAY = 24 * 60 * 60_000;

/** Gives the files of the project that a result is about. */
type FileNamed = (name: string) => SourceFile;

/**
 * Results of earlier runs by their keys, and those whose output was left in a folder by that folder. Nothing in it is needed: an
 * entry that is missing, broken or cannot be written only costs time. It lives as long as a run.
 */
export class ResultCache {
  readonly build: string;
  private readonly host: Host;
  private readonly settings: CacheSettings;
  private readonly context: SealContext;
  private readonly folders: KnownFolders = new Map();
  private readonly archive: ArchivePlace | undefined;
  private made = 0;
  /** The one that was read last: who looks at specs and output first and reads the specs then needs it twice. */
  private lastNote: FoundNote | undefined;

  /** Whether nothing was kept when the run began. */
  readonly isEmpty: boolean;

  /** `archive` is the one that the outputs of the run are in. */
  constructor(host: Host, settings: CacheSettings, archive?: ArchivePlace) {
    this.host = host;
    this.settings = settings;
    this.archive = archive;
    const { folder, build, key } = settings;
    this.build = build;
    this.isEmpty = !['results', 'left'].some((name) => host.files.status(`${folder}/${name}`).ok);
    const sealing = key === undefined ? {} : { key };
    this.context = { files: host.files, sha256: host.sha256, folder, plain: new Set(), ...sealing };
  }

  /** How many projects took more than a look: their results were not known, or their output had to be written again. */
  get worked(): number {
    return this.made;
  }

  /** Returns the result of a key. */
  find(key: string, fileNamed: FileNamed): ProjectResult | undefined {
    const stored = this.read(this.nameOf(key));
    return isStoredResult(stored) ? unpacked(stored, fileNamed) : undefined;
  }

  /** Returns the output that belongs to a result with this manifest, or undefined when it is not kept. */
  findOutput(key: string, manifest: FileDigest): readonly OutputFile[] | undefined {
    if (!this.settings.keepsOutput) return undefined;
    const output = this.read(`${this.nameOf(key)}.output`);
    if (!isStoredOutput(output, manifest, this.host.sha256)) return undefined;
    this.made++;
    return output;
  }

  /**
   * Keeps a result under its key, the output only where it is shared. A result with an output that is not kept is of use only
   * where the output lies: `noteLeft` keeps it.
   */
  keep(key: string, { files, diagnostics, ...rest }: CompiledResult): void {
    this.made++;
    if (rest.manifest !== undefined && !this.settings.keepsOutput) return;
    const name = this.nameOf(key);
    if (files.length > 0) writeSealed(this.context, `${name}.output`, JSON.stringify(files));
    const stored: StoredResult = { ...rest, diagnostics: diagnostics.map(packDiagnostic) };
    writeSealed(this.context, name, JSON.stringify(stored));
  }

  /**
   * Returns the result whose output a run left in a folder, and how many files that is, where `isWanted` says so of its key and
   * nobody touched the output since. A checkout can bring files with the right words, but none that this machine has seen before.
   */
  findLeft(
    folder: string,
    isWanted: (key: string) => boolean,
    fileNamed: FileNamed,
  ): UnchangedResult | undefined {
    const note = this.noteOf(folder);
    if (note === undefined || !isWanted(note.stored.key)) return undefined;
    const counts = this.countsOf(note);
    return counts && { ...unpacked(note.stored, fileNamed), manifest: note.stored.manifest, counts };
  }

  /**
   * Returns the result whose output a run left in a folder where nobody touched the output since, and the specs in the project
   * folder neither: then they need not be read (`markSpecs` says why). `settings` are those of the run.
   */
  findUntouched(folder: string, projectFolder: string, settings: string): UntouchedResult | undefined {
    const note = this.noteOf(folder);
    const specs = note?.stored.specs;
    if (note === undefined || specs?.settings !== settings) return undefined;
    const { files } = this.host;
    if (!areSpecsUntouched(files, projectFolder, specs)) return undefined;
    const counts = this.countsOf(note);
    if (counts === undefined) return undefined;
    const { diagnostics, claims, isWhole, manifest } = note.stored;
    return { diagnostics, claims, isWhole, manifest, counts, specs: specs.specs };
  }

  /** Keeps a result for the folder that its output was left in, with the specs that it was made of. */
  noteLeft(
    folder: string,
    key: string,
    { files, diagnostics, manifest, ...rest }: CompiledResult,
    specs: SpecsOfResult | undefined,
  ): void {
    const place = this.placeOf(folder);
    const mark = place && manifest && this.markOf(place, files, manifest);
    if (place === undefined || manifest === undefined || mark === undefined) return;
    const packed = diagnostics.map(packDiagnostic);
    this.writeNote(place, { ...rest, diagnostics: packed, manifest, key, mark, ...(specs && { specs }) });
  }

  /** Notes the specs of a result whose output was left in a folder and found there: by now they were left alone for long enough. */
  noteSpecs(folder: string, key: string, specs: SpecsOfResult): void {
    const note = this.noteOf(folder);
    if (note?.stored.key === key) this.writeNote(note.place, { ...note.stored, specs });
  }

  private noteOf(folder: string): FoundNote | undefined {
    if (this.lastNote?.folder === folder) return this.lastNote;
    const place = this.placeOf(folder, this.folders);
    const stored = place && this.read(this.leftName(place));
    this.lastNote = place !== undefined && isStoredLeft(stored) ? { folder, place, stored } : undefined;
    return this.lastNote;
  }

  /** Returns what is noted of the archive, if it is as a run left it. */
  readonly archiveNote: () => ArchiveNote | undefined = once(() => {
    const noted = this.archive && this.read(this.archiveName(this.archive));
    return this.archive && stillTrue(archiveNote(noted) ? noted : undefined, this.archive);
  });

  /** Notes what is known of the archive as it is now. */
  noteArchive(archive: ArchivePlace, note: ArchiveNote): void {
    writeSealed(this.context, this.archiveName(archive), JSON.stringify(note));
  }

  private archiveName({ path }: ArchivePlace): string {
    return this.nameOf(this.host.sha256(`archive ${path}`), 'left');
  }

  private readonly archivedManifests = once(() => new Map(this.archiveNote()?.outputs));

  /** Returns the numbers of an output that stands as it was left; undefined for one that may not. */
  private countsOf({ folder, place, stored: { mark, manifest } }: FoundNote): PlanCounts | undefined {
    if (this.archive === undefined)
      return 'archived' in mark ? undefined : unchangedOutput(this.host, place, mark);
    const isThere = this.archivedManifests().get(sectionName(this.archive, folder)) === manifest.sha256;
    return isThere && 'archived' in mark ? nothingChanged(mark.archived) : undefined;
  }

  private markOf(
    place: OutputPlace,
    files: readonly OutputFile[],
    manifest: FileDigest,
  ): OutputMark | undefined {
    return this.archive === undefined ? markOutput(this.host, place, files, manifest) : markArchived(files);
  }

  /** The place of an output in an archive is known before it is there. */
  private placeOf(folder: string, known?: KnownFolders): OutputPlace | undefined {
    const { archive } = this;
    if (archive === undefined) return plainPlace(this.host, folder, known);
    return placeAt(sectionPath(archive, folder), true);
  }

  private writeNote(place: OutputPlace, stored: StoredLeft): void {
    this.lastNote = undefined;
    writeSealed(this.context, this.leftName(place), JSON.stringify(stored));
  }

  private leftName({ root }: OutputPlace): string {
    return this.nameOf(this.host.sha256(root), 'left');
  }

  /** Entries with a seal of another key, or of none, have other names: they do not get in each other's way. */
  private nameOf(key: string, folder = 'results'): string {
    const { host, settings } = this;
    const name = settings.key === undefined ? key : hmacSha256(host.sha256, settings.key, key);
    return `${folder}/${name.slice(0, 2)}/${name}`;
  }

  private read(name: string): unknown {
    const file = openSealed(this.context, name);
    if (file === undefined) return undefined;
    this.markUsed(name, file.status);
    return parseJson(file.body);
  }

  /** Setting a mode anew changes nothing but the time of the last change of status. */
  private markUsed(name: string, { statusChanged, mode }: FileStatus): void {
    if (this.host.now() - statusChanged >= DAY)
      this.host.files.setMode(`${this.settings.folder}/${name}`, mode);
  }
}

function unpacked(
  { diagnostics, claims, isWhole, manifest }: StoredResult,
  fileNamed: FileNamed,
): ProjectResult {
  const unpackedOnes = diagnostics.map((each) => unpackDiagnostic(each, fileNamed));
  return { diagnostics: unpackedOnes, claims, isWhole, ...(manifest === undefined ? {} : { manifest }) };
}
