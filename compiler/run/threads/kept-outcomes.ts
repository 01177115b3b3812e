import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ProjectOutcome } from '../project/project-outcome.ts';

/** An outcome as bytes, in the form in which V8 sends data from thread to thread. */
export type PackedOutcome = Uint8Array;

/** Returns an outcome as bytes: nothing of the project that it is of lives on with it. */
export function packOutcome(outcome: ProjectOutcome): PackedOutcome {
  return serialize(outcome);
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
  private open: (readonly [place: number, outcome: PackedOutcome])[] = [];
  private openBytes = 0;

  add(place: number, outcome: PackedOutcome): void {
    this.open.push([place, outcome]);
    this.openBytes += outcome.length;
    if (this.openBytes >= GROUP_BYTES) this.closeGroup();
  }

  /** The bytes that are held. */
  get size(): number {
    return this.groups.reduce((sum, { bytes }) => sum + bytes.length, this.openBytes);
  }

  /** Returns all outcomes by their places, and holds none any more. */
  take(): readonly ProjectOutcome[] {
    const outcomes: ProjectOutcome[] = [];
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
function unpackOutcome(packed: PackedOutcome): ProjectOutcome {
  return deserialize(packed) as ProjectOutcome;
}
