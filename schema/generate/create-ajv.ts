import { Ajv, type Options } from 'ajv';

/** The keywords that say something to people, editors or the compiler, and nothing to a validator. */
const annotationKeywords: readonly string[] = [
  'x-read',
  'x-default',
  'x-engines',
  'x-dead',
  'x-since',
  'x-secret',
  'x-refers',
  'x-names',
  'x-entry',
  'x-short',
  'x-kinds',
  'patternErrorMessage',
  'deprecationMessage',
  'enumDescriptions',
  'defaultSnippets',
];

/** A validator factory in strict mode that knows our own keywords. Any other unknown keyword throws. */
export function createAjv(options: Options = {}): Ajv {
  const ajv = new Ajv({ strict: true, allErrors: true, ...options });
  ajv.addVocabulary([...annotationKeywords]);
  return ajv;
}
