/** Start of the names by which the scripts tell each other in their shared binding that they ran to their end. */
export const markerPrefix = 'bitesize.';

/** Name by which the script of the seed job tells the one of its first build that it changed what the job does. */
export const seedChangedMarker = 'bitesize.seed-job-changed';

/** Returns the name by which a script says that it ran to its end. */
export function scriptMarker(name: string): string {
  return `${markerPrefix}${name}`;
}
