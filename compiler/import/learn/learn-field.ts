import { choiceReader } from './choice-field.ts';
import { entryReader } from './entry-field.ts';
import type { Leaf } from './leaf.ts';
import type { FieldReader, LearnContext } from './learn-context.ts';
import { listReader } from './list-field.ts';
import { mapReader } from './map-field.ts';
import { takesText } from './samples.ts';
import { textReader } from './text-field.ts';
import { textsReader } from './texts-field.ts';
import { wordsReader } from './words-field.ts';

/** Learns where a field stands in what is printed, by printing it with values that stand nowhere else. */
export function learnField(leaf: Leaf, context: LearnContext): FieldReader {
  const { form } = leaf;
  switch (form.kind) {
    case 'text':
      return textReader(leaf, context, (text) => (takesText(form, text) ? text : undefined));
    case 'number':
      return textReader(leaf, context, (text) => numberOf(text, form));
    case 'choice':
      return choiceReader(leaf, context, form.values);
    case 'texts':
      return form.values.length > 0 ? wordsReader(leaf, context, form.values) : textsReader(leaf, context);
    case 'map':
      return mapReader(leaf, context);
    case 'objects':
      return listReader(leaf, context, form.definition, context.inner.objects);
    case 'entries':
      return listReader(leaf, context, form.definition, context.inner.entry);
    case 'entry':
      return entryReader(leaf, context, form.definition);
  }
}

/** A number that the field does not take may mean nothing to Jenkins. */
function numberOf(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const number = /^-?[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
