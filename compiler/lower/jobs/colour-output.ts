import type { Wrapper } from '../../../jenkins/wrappers/all-wrappers.ts';
import { fromPolicy } from '../../text/origin.ts';

/** Shows the colours of the output, as the jobs of the original did. */
export const colourOutput: Wrapper = {
  kind: 'colorize-output',
  origin: fromPolicy('The jobs of the original show colours in their output.'),
};
