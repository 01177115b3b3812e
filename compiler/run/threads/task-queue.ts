/**
 * Hands out the places of the tasks of a run, in their order: whichever thread is free takes the next one, so that a large
 * project holds up no other. The threads share one counter.
 */
export class TaskQueue {
  private readonly taken: Int32Array;
  private readonly length: number;

  /** Makes a queue over a counter; a new one without it. */
  constructor(
    length: number,
    counter: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  ) {
    this.length = length;
    this.taken = new Int32Array(counter);
  }

  /** What a thread needs to take from this queue, too. */
  get counter(): SharedArrayBuffer {
    // The boundary: the constructor made the array of one.
    return this.taken.buffer as SharedArrayBuffer;
  }

  /** How many are not taken yet. */
  get left(): number {
    return Math.max(0, this.length - Atomics.load(this.taken, 0));
  }

  /** Returns the place of the next task, or undefined when all are taken. */
  take(): number | undefined {
    const place = Atomics.add(this.taken, 0, 1);
    return place < this.length ? place : undefined;
  }
}
