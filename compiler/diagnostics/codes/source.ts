import { defineCodes } from '../define-codes.ts';

/** Diagnostics about a file as YAML: its syntax, keys, aliases, tags and bounds. */
export const sourceCodes = defineCodes(() => ({
  'source/syntax': {
    severity: 'error',
    message: (p: { problem: string }) => `not valid YAML: ${p.problem}`,
    why: 'A file that is not YAML cannot be read further than the mistake.',
  },
  'source/tab': {
    severity: 'error',
    message: (_: Record<string, never>) => 'a tab is used as indentation',
    why: 'YAML allows only spaces for indentation, since editors disagree on how wide a tab is.',
  },
  'source/empty': {
    severity: 'error',
    message: (p: { file: string }) => `\`${p.file}\` is empty`,
    why: 'The original engines read an empty spec as no spec and failed later, or removed everything.',
  },
  'source/several-documents': {
    severity: 'error',
    message: (_: Record<string, never>) => 'a file holds one YAML document, a second one starts here',
    why: 'One original engine refused such files, the other read the first document and ignored the rest.',
  },
  'source/duplicate-key': {
    severity: 'error',
    message: (p: { key: string }) => `key \`${p.key}\` appears twice in one mapping`,
    why: 'In the original engines the last one won silently, and the first one was lost.',
  },
  'source/missing-dash': {
    severity: 'error',
    message: (p: { key: string }) => `\`${p.key}\` begins another entry of the list, whose \`-\` is missing`,
    why: 'Without it both are one entry, of whose values one is lost.',
  },
  'source/complex-key': {
    severity: 'error',
    message: (_: Record<string, never>) => 'a key must be plain text',
    why: 'Lists and mappings as keys have no meaning in a spec.',
  },
  'source/unknown-alias': {
    severity: 'error',
    message: (p: { name: string }) => `alias \`*${p.name}\` has no anchor \`&${p.name}\` before it`,
    why: 'An alias repeats a value that was named earlier in the same file.',
  },
  'source/recursive-alias': {
    severity: 'error',
    message: (p: { name: string }) => `alias \`*${p.name}\` stands inside the value that it repeats`,
    why: 'A value that contains itself has no end.',
  },
  'source/merge-not-mapping': {
    severity: 'error',
    message: (_: Record<string, never>) => '`<<` merges mappings, and this is not one',
    why: 'A merge key copies the keys of another mapping into this one.',
  },
  'source/no-value': {
    severity: 'warning',
    message: (p: { what: string; sign: '#' | '&' }) =>
      `${p.what} has no value: ${p.sign === '#' ? '`#` starts a comment' : 'this is a mark for aliases, and no alias names it'}`,
    why: 'A text that starts with `#` or `&` is no text to YAML unless it is quoted, and the field counts as left out.',
  },
  'source/unknown-tag': {
    severity: 'error',
    message: (p: { tag: string }) => `tag \`${p.tag}\` is not allowed here`,
    why: 'Tags can ask a reader to construct objects or run code; a spec is plain data.',
  },
  'source/too-deep': {
    severity: 'error',
    message: (p: { limit: number }) => `nested deeper than ${p.limit} levels`,
    why: 'No spec needs such depth; it is a mistake or an attack.',
  },
  'source/too-many-nodes': {
    severity: 'error',
    message: (p: { limit: number; what: 'values' | 'characters' }) =>
      `the aliases of this file repeat more than ${p.limit} ${p.what}`,
    why: 'A few lines of nested aliases can grow to billions of values and stop the machine.',
  },
  'source/long-text': {
    severity: 'error',
    message: (p: { length: number; limit: number }) =>
      `a text of ${p.length} characters, and at most ${p.limit} are read`,
    why: 'No script, name or value of a spec is that long; it is a mistake or an attack.',
  },
  'source/control-character': {
    severity: 'error',
    message: (p: { character: string }) =>
      `the control character ${p.character} cannot be written to Jenkins or Kubernetes`,
    why: 'XML cannot hold it: the original tools produced a file that Jenkins refuses, or an empty one.',
  },
}));
