import type { JsonValue } from '../../../schema-node.ts';
import { type Field, flag, integer, item, list, text, texts } from '../../fields.ts';
import { SINCE } from '../family.ts';

/** Returns a switch that is off where nobody writes it. */
export function off(description: string): Field {
  return flag(description, { default: false, examples: [true], since: SINCE });
}

/** Returns a switch that is on where nobody writes it. */
export function on(description: string): Field {
  return flag(description, { default: true, examples: [false], since: SINCE });
}

/** Returns a text with a fixed value where nobody writes it. */
export function textOr(usual: string, description: string, example: string): Field {
  return text(description, { default: usual, examples: [example], since: SINCE });
}

/** Returns a whole number with a fixed value where nobody writes it. */
export function integerOr(usual: number, description: string, example: number): Field {
  return integer(description, { default: usual, examples: [example], since: SINCE });
}

/** Returns a text that has to be there. */
export function needed(description: string, example: string): Field {
  return text(description, { required: true, minLength: 1, examples: [example], since: SINCE });
}

/** Returns one text or several that have to be there. */
export function neededTexts(description: string, example: JsonValue): Field {
  return texts(description, { required: true, minItems: 1, examples: [example], since: SINCE });
}

/** What a build can end with, as Jenkins names it. */
const results = {
  SUCCESS: 'Everything went well.',
  UNSTABLE: 'Built, but with failed tests or other findings.',
  FAILURE: 'A step failed.',
  NOT_BUILT: 'Not built, since something before it failed.',
  ABORTED: 'Somebody or a timeout stopped it.',
};

/** Results that a build can be given. */
export const results3 = {
  SUCCESS: results.SUCCESS,
  UNSTABLE: results.UNSTABLE,
  FAILURE: results.FAILURE,
};

/** Returns a list of results of builds. */
export function resultList(description: string, usual: string): Field {
  return list(description, {
    of: item.choice(results),
    without: usual,
    examples: [['SUCCESS', 'UNSTABLE', 'FAILURE']],
    since: SINCE,
  });
}
