/** The commands of the server, by what they do. */
export const commandNames = {
  /** Shows the page of a finding: its code. */
  explain: 'bitesize.explain',
  /** Shows the lines of output that come from a place: URI and position. */
  showOutput: 'bitesize.showOutput',
  /** Shows the places that a line of the output comes from: URI of the output, or a file of the project and a path, and the line from 1. */
  showOrigin: 'bitesize.showOrigin',
} as const;
