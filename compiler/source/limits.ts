/** The largest spec that is read, in bytes. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** The deepest nesting of lists and mappings that is read. */
export const MAX_DEPTH = 100;

/** The most values that the aliases of a file may repeat. */
export const MAX_REPEATED_NODES = 100_000;

/**
 * The longest single text that is read, in code units. Scripts have some thousands; patterns of JavaScript run out of their
 * own stack at some millions.
 */
export const MAX_TEXT = 500_000;

/** The longest text, in code units, that the aliases of a file may repeat: all of it is looked at each time. */
export const MAX_REPEATED_TEXT = 1_000_000;
