/**
 * Limits that keep scripts below the 64 KB that the JVM allows for the code of one method. A call with a few
 * literals takes up to 60 bytes; a script or closure of this many calls stays below half of the limit.
 */

/** Calls in one closure, such as steps, parameters or names of a view; longer lists get several blocks. */
export const BLOCK_SIZE = 500;

/** Jobs in one file; more go to `build_jobs_2.groovy` and so on. */
export const SCRIPT_SIZE = 500;
