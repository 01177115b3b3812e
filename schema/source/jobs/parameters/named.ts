import { type Field, text } from '../../fields.ts';
import { SINCE } from '../family.ts';

/** Returns the fields of a parameter: its name, which a build sees as a variable, its own fields, and its description. */
export function named(
  example: string,
  own: Readonly<Record<string, Field>> = {},
): Readonly<Record<string, Field>> {
  return {
    name: text('Name of the parameter. Builds see its value in a variable of this name.', {
      required: true,
      minLength: 1,
      examples: [example],
      since: SINCE,
    }),
    ...own,
    description: text('What Jenkins shows below the field when somebody starts a build.', {
      without: 'nothing is shown',
      examples: ['What to build.'],
      since: SINCE,
    }),
  };
}
