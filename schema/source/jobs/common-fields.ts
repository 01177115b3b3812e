import { choice, type Field, text } from '../fields.ts';
import { SINCE } from './family.ts';
import { fragmentsField } from './xml.ts';

/** Returns the fields that name a job, folder or view. */
export function namingFields(kind: string): Readonly<Record<string, Field>> {
  return {
    name: text(
      'Name of the job. Folders stand before it, with `/` between them; a folder that no entry declares is made.',
      { required: true, minLength: 1, examples: ['nightly/full'], names: 'job', since: SINCE },
    ),
    kind: choice('What it is.', {
      required: true,
      values: { [kind]: 'This kind.' },
      examples: [kind],
      since: SINCE,
    }),
  };
}

/** Returns the fields that all jobs, folders and views have, but those that are given whole as XML. */
export function commonFields(kind: string): Readonly<Record<string, Field>> {
  return {
    ...namingFields(kind),
    description: text('What it is for; Jenkins shows it.', {
      without: 'no description',
      examples: ['Builds everything, every night.'],
      since: SINCE,
    }),
    fragments: fragmentsField,
  };
}
