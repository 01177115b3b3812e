import { defineCodes } from '../define-codes.ts';

/** Diagnostics about specs in TypeScript: their types, their imports, and what happens when they run. */
export const typescriptCodes = defineCodes(() => ({
  'ts/syntax': {
    severity: 'error',
    message: (p: { problem: string; number: number }) => `${p.problem} (TS${p.number})`,
    why: 'A file that is not TypeScript cannot be read further than the mistake.',
  },
  'ts/type': {
    severity: 'error',
    message: (p: { problem: string; number: number }) => `${p.problem} (TS${p.number})`,
    why: 'The types follow the schemas of the specs: what does not fit them is a mistake in the spec, and is found before anything runs.',
  },
  'ts/unknown-import': {
    severity: 'error',
    message: (p: { specifier: string }) => `there is no file \`${p.specifier}\``,
    why: 'A spec in TypeScript is made of its own file and of those that it imports; without one of them it has no value.',
  },
  'ts/forbidden-import': {
    severity: 'error',
    message: (p: { specifier: string; problem: string }) => `cannot import \`${p.specifier}\`: ${p.problem}`,
    why: 'A spec depends on nothing but files of its project and of the declared root, so that it means the same on every machine.',
  },
  'ts/unreadable-import': {
    severity: 'error',
    message: (p: { specifier: string; problem: string }) => `cannot read \`${p.specifier}\`: ${p.problem}`,
    why: 'A spec in TypeScript is made of its own file and of those that it imports; without one of them it has no value.',
  },
  'ts/forbidden-syntax': {
    severity: 'error',
    message: (p: { what: string }) => `${p.what} cannot be used in a spec`,
    why: 'A spec is evaluated in one go and without reaching outside; this would need more.',
  },
  'ts/no-spec': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` does not export a spec`,
    why: 'The value of a spec in TypeScript is its default export, made by the function of its kind.',
  },
  'ts/wrong-spec': {
    severity: 'error',
    message: (p: { found: string; expected: string }) =>
      `this is the result of \`${p.found}(...)\`, and the file is for \`${p.expected}(...)\``,
    why: 'The name of the file says which spec it is; another one in it would be read as something that it is not.',
  },
  'ts/not-available': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` is not available in a spec`,
    why: 'A spec gives the same result every time and everywhere: it sees no clock, no chance, and runs no code made of text.',
  },
  'ts/threw': {
    severity: 'error',
    message: (p: { error: string }) => `the spec stopped with ${p.error}`,
    why: 'An exception that nothing catches leaves the spec without a value.',
  },
  'ts/limit': {
    severity: 'error',
    message: (p: { what: string }) => `the spec ${p.what}`,
    why: 'What a spec may use is bounded, and counted in the same way on every machine, so that a mistake in one cannot stop a whole run.',
  },
  'ts/not-plain': {
    severity: 'error',
    message: (p: { path: string; what: string }) => `\`${p.path}\` is ${p.what}, not plain data`,
    why: 'A spec is text, numbers, booleans, lists and objects, as in YAML; nothing else can be written to the output.',
  },
  'ts/two-specs': {
    severity: 'error',
    message: (p: { first: string; second: string }) => `\`${p.first}\` and \`${p.second}\` are the same spec`,
    why: 'With both present it is not clear which one counts.',
  },
  'ts/not-loaded': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` was not evaluated before it was compiled`,
    why: 'Only the command line evaluates specs in TypeScript; `compile()` alone takes what was evaluated before.',
  },
}));
