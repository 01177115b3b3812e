import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadingHost } from '../../read/project-reader.ts';
import { unreadSource } from '../../read/spec-text.ts';
import type { SourceFile } from '../../text/span.ts';
import { unpackDiagnostic } from '../cache/packed-diagnostic.ts';
import type { ProjectOutcome, UntouchedOutcome } from '../project/project-outcome.ts';

/**
 * An outcome as bytes, in the form in which V8 sends data from thread to thread; one of which nothing was read as JSON; one of a
 * run with few projects as it is.
 */
export type KeptOutcome = Uint8Array | string | ProjectOutcome;

/** Returns an outcome as bytes: nothing of the project that it is of lives on with it. */
export function packOutcome(outcome: ProjectOutcome): Uint8Array {
  return serialize(outcome);
}

/** Returns an outcome of which nothing was read: it has no texts, and takes little room as it is. */
export function packUntouched(outcome: UntouchedOutcome): string {
  return JSON.stringify(outcome);
}

/** So many bytes of outcomes are made small at once, some 20 projects: the fewer, the less is found in them that is equal. */
const GROUP_BYTES = 128 * 1024;

/** Outcomes behind each other, deflated. */
interface Group {
  readonly places: readonly number[];
  readonly lengths: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * What became of the projects of a run, by their places in it, until the run is over. Findings have the texts of their
 * specs, which reports quote, and those of one project are much like those of another: together they take less than a tenth of
 * the room.
 */
export class KeptOutcomes {
  private readonly groups: Group[] = [];
  private readonly untouched = new Map<number, string>();
  private readonly whole = new Map<number, ProjectOutcome>();
  private open: (readonly [place: number, outcome: Uint8Array])[] = [];
  private openBytes = 0;
  private readonly host: ReadingHost;

  /** Findings in specs that were not read are reported with their texts: they are read from this host when they are. */
  constructor(host: ReadingHost) {
    this.host = host;
  }

  add(place: number, outcome: KeptOutcome): void {
    if (typeof outcome === 'string') this.untouched.set(place, outcome);
    else if (!(outcome instanceof Uint8Array)) this.whole.set(place, outcome);
    else {
      this.open.push([place, outcome]);
      this.openBytes += outcome.length;
      if (this.openBytes >= GROUP_BYTES) this.closeGroup();
    }
  }

  /** The bytes that are held of outcomes with texts. */
  get size(): number {
    return this.groups.reduce((sum, { bytes }) => sum + bytes.length, this.openBytes);
  }

  /** Returns all outcomes by their places, and holds none any more. */
  take(): readonly ProjectOutcome[] {
    const outcomes: ProjectOutcome[] = [];
    for (const [place, packed] of this.untouched) outcomes[place] = unpackUntouched(this.host, packed);
    for (const [place, outcome] of this.whole) outcomes[place] = outcome;
    this.untouched.clear();
    this.whole.clear();
    for (const [place, packed] of this.open) outcomes[place] = unpackOutcome(packed);
    for (let group = this.groups.pop(); group !== undefined; group = this.groups.pop()) {
      const bytes = inflateRawSync(group.bytes);
      let at = 0;
      group.lengths.forEach((length, index) => {
        const place = group.places[index];
        if (place !== undefined) outcomes[place] = unpackOutcome(bytes.subarray(at, at + length));
        at += length;
      });
    }
    this.open = [];
    this.openBytes = 0;
    return outcomes;
  }

  private closeGroup(): void {
    this.groups.push({
      places: this.open.map(([place]) => place),
      lengths: this.open.map(([, { length }]) => length),
      bytes: deflateRawSync(Buffer.concat(this.open.map(([, packed]) => packed)), { level: 1 }),
    });
    this.open = [];
    this.openBytes = 0;
  }
}

/** The boundary: our own code packed it. */
function unpackOutcome(packed: Uint8Array): ProjectOutcome {
  return deserialize(packed) as ProjectOutcome;
}

/** The boundary, too. */
function unpackUntouched(host: ReadingHost, packed: string): ProjectOutcome {
  const { diagnostics, lengths, ...outcome } = JSON.parse(packed) as UntouchedOutcome;
  const { folder, names } = outcome;
  const length = new Map(names.map((name, index) => [name, lengths[index] ?? 0]));
  const files = new Map(names.map((name) => [name, unreadSource(host, folder, name, length.get(name) ?? 0)]));
  const fileNamed = (name: string) => files.get(name) ?? { name, text: '' };
  const lengthOf = ({ name }: SourceFile) => length.get(name) ?? 0;
  const findings = diagnostics.map((each) => ({
    diagnostic: unpackDiagnostic(each, fileNamed, lengthOf),
    folder,
  }));
  return { ...outcome, findings };
}
