/** What one run of a program cost, or the medians of several runs. */
export interface Measurement {
  /** Wall clock, in seconds. */
  readonly seconds: number;
  /** User and system time of the program and all its children, in seconds; a busy machine changes it least. */
  readonly cpuSeconds: number;
  /** Peak memory in bytes (`ProcessTreeMemory` says what that is); undefined where it cannot be known. */
  readonly memory: number | undefined;
}

/** Returns the median of each number. There must be one measurement at least. */
export function medians(measurements: readonly Measurement[]): Measurement {
  const memories = measurements.flatMap(({ memory }) => (memory === undefined ? [] : [memory]));
  return {
    seconds: median(measurements.map(({ seconds }) => seconds)),
    cpuSeconds: median(measurements.map(({ cpuSeconds }) => cpuSeconds)),
    memory: memories.length > 0 ? median(memories) : undefined,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const above = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (above + below) / 2;
}
