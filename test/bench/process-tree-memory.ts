import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches the memory of the descendants of a process, through Linux's /proc.
 *
 * The peak is the sum of the peaks (VmHWM: the most that was ever resident) of the processes that live at the same
 * time. For one process that is exact, however rarely it is looked at; for several it is an upper bound, because their
 * peaks need not coincide and pages that they share count once for each.
 */
export class ProcessTreeMemory {
  private highest: number | undefined;
  private readonly root: number;

  constructor(root: number) {
    this.root = root;
  }

  /** Looks once. Call it every few milliseconds: what a process reached since the last look is lost when it ends. */
  look(): void {
    const sum = descendants(this.root)
      .map(peakOf)
      .reduce((total, peak) => total + peak, 0);
    if (sum > (this.highest ?? 0)) this.highest = sum;
  }

  /** Returns the peak so far in bytes; undefined without /proc, and when the program was gone before the first look. */
  peak(): number | undefined {
    return this.highest;
  }
}

function descendants(process: number): readonly number[] {
  const children = tasks(process).flatMap((task) =>
    read(`/proc/${process}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function tasks(process: number): readonly string[] {
  try {
    return readdirSync(`/proc/${process}/task`);
  } catch {
    return [];
  }
}

function peakOf(process: number): number {
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(read(`/proc/${process}/status`))?.[1] ?? '0';
  return Number(kibibytes) * 1024;
}

/** Returns the text of a file, which is empty when its process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
