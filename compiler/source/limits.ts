/** The largest spec that is read, in bytes. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** The deepest nesting of lists and mappings that is read. */
export const MAX_DEPTH = 100;

/** The most values that a file may have once its aliases are expanded. */
export const MAX_NODES = 1_000_000;
