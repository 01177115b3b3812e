import { hostCodes } from './codes/host.ts';
import { linkCodes } from './codes/link.ts';
import { schemaCodes } from './codes/schema.ts';
import { sourceCodes } from './codes/source.ts';

/** Every diagnostic that the compiler can report, by its code. One table per area stands in `codes/`. */
export const codes = {
  ...hostCodes,
  ...sourceCodes,
  ...schemaCodes,
  ...linkCodes,
};

/** The slug of a diagnostic, such as `schema/unknown-field`. */
export type Code = keyof typeof codes;

/** The parameters that the message of a code takes. */
export type Parameters<C extends Code> = (typeof codes)[C]['message'] extends (parameters: infer P) => string
  ? P
  : never;
