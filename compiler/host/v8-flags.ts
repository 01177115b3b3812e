/** A heap is collected when it has grown by half, and not when it is several times as large. */
export const HEAP_GROWTH = '--heap-growing-percent=50';

/**
 * Settings of V8 for the command and its threads, which share them.
 *
 * Each thread has a heap of its own, and left alone each grows to a multiple of what it holds. A heap that is collected
 * when it has grown by half costs hardly any time and keeps a run over many projects below 300 MB, however many they
 * are. There is no limit: a huge project still gets what it needs.
 *
 * Each thread also compiles the same code for itself, in the background, where the other threads want to work. V8 of
 * Node 20 optimizes much that runs for a second or two; with a larger budget it leaves alone what is not really hot,
 * which takes a fifth of the time away. Later versions decide in another way and do not know the setting.
 */
const flags: readonly string[] = [
  HEAP_GROWTH,
  ...(process.versions.node.startsWith('20.') ? ['--interrupt-budget=600000'] : []),
];

/**
 * Settings for the rest of a process that ends soon. Most code runs once or twice then, so that making machine code of it
 * costs more than it saves; and a collection of the old generation that goes on beside the work is not over before the work is.
 * The same holds for the hundreds of regular expressions: V8 makes machine code of those that run ten times, or over much text.
 */
export const SHORT_RUN: readonly string[] = [
  '--no-sparkplug',
  '--no-incremental-marking',
  '--no-regexp-peephole-optimization',
  '--regexp-tier-up-ticks=10',
];

/** Sets flags of V8 for the rest of the process, those of the command by default. */
export function setFlags(given: readonly string[] = flags): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of given) setFlagsFromString(flag);
}
