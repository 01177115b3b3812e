import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the shape of a spec: fields, types, ranges and values. */
export const schemaCodes = defineCodes(() => ({
  'schema/unknown-field': {
    severity: 'error',
    message: (p: { field: string }) => `unknown field \`${p.field}\``,
    why: 'One original engine refused the whole file for it, the other ignored it silently.',
  },
  'schema/one-thing': {
    severity: 'error',
    message: (p: { what: string }) => `an entry is one thing, and this one is ${p.what}`,
    why: 'Job Builder took such an entry for its first key and dropped the others.',
  },
  'schema/other-file': {
    severity: 'error',
    message: (p: { found: string }) => `this file holds ${p.found}`,
    why: 'Each spec is read from the file of its name: in another file it means nothing.',
  },
  'schema/missing-field': {
    severity: 'error',
    message: (p: { fields: readonly string[]; in: string }) =>
      `${p.in} needs the ${p.fields.length === 1 ? 'field' : 'fields'} ${p.fields.map((field) => `\`${field}\``).join(', ')}`,
    why: 'Without this field the output cannot be made.',
  },
  'schema/wrong-type': {
    severity: 'error',
    message: (p: { what: string; expected: string; found: string }) =>
      `${p.what} must be ${p.expected}, this is ${p.found}`,
    why: 'A value of another type would be dropped or misread further on.',
  },
  'schema/not-allowed': {
    severity: 'error',
    message: (p: { field: string; value: string }) => `\`${p.field}\` cannot be \`${p.value}\``,
    why: 'Only the listed values have a meaning; the original engines treated any other as if it were absent.',
  },
  'schema/pattern': {
    severity: 'error',
    message: (p: { field: string; value: string }) => `\`${p.value}\` is not a valid \`${p.field}\``,
    why: 'The value has a form that what is made from it cannot take.',
  },
  'schema/out-of-range': {
    severity: 'error',
    message: (p: { field: string; value: string; bound: string }) =>
      `\`${p.field}\` is ${p.value}, it must be ${p.bound}`,
    why: 'Kubernetes or Jenkins refuses values outside this range.',
  },
  'schema/empty': {
    severity: 'error',
    message: (p: { field: string; problem: string }) => `\`${p.field}\` ${p.problem}`,
    why: 'An empty value here has no meaning, and nothing can be made of it.',
  },
}));
