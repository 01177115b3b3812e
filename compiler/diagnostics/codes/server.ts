import { defineCodes } from '../define-codes.ts';

/** Diagnostics about a running Jenkins that is read. */
export const serverCodes = defineCodes(() => ({
  'server/address': {
    severity: 'error',
    message: (p: { url: string; problem: string }) => `\`${p.url}\` is no address of a Jenkins: ${p.problem}`,
    why: 'Everything is asked below this address, and a secret in it would be seen by others.',
  },
  'server/login': {
    severity: 'error',
    message: (p: { problem: string }) => `cannot log in: ${p.problem}`,
    why: 'Without a login Jenkins shows less than there is, or nothing at all.',
  },
  'server/plain-http': {
    severity: 'warning',
    message: (p: { url: string }) => `the token goes to \`${p.url}\` without TLS`,
    why: 'Everybody on the way can read it, and do with Jenkins what its user may.',
  },
  'server/unreachable': {
    severity: 'error',
    message: (p: { url: string; reason: string }) => `\`${p.url}\` gives no answer: ${p.reason}`,
    why: 'What was not read would be missing without a word, so the reading ends here.',
  },
  'server/certificate': {
    severity: 'error',
    message: (p: { url: string; reason: string }) => `\`${p.url}\` cannot be trusted: ${p.reason}`,
    why: 'Somebody else could answer in the place of Jenkins, and would get the token.',
  },
  'server/redirect': {
    severity: 'error',
    message: (p: { url: string; target: string }) => `\`${p.url}\` leads to \`${p.target}\``,
    why: 'The token is for the address that was named; it is not sent to another one.',
  },
  'server/bad-answer': {
    severity: 'error',
    message: (p: { url: string; problem: string }) => `\`${p.url}\` gives no answer of Jenkins: ${p.problem}`,
    why: 'Half an answer, or one of something else, would be taken for what Jenkins has.',
  },
  'server/unread': {
    severity: 'error',
    message: (p: { item: string; reason: string }) => `cannot read ${p.item}: ${p.reason}`,
    why: 'It is there, and would be missing without a word.',
  },
  'server/few-rights': {
    severity: 'warning',
    message: (p: { user: string; what: string }) => `${p.user} may not see ${p.what}`,
    why: 'Jenkins leaves out what one may not see, as if it did not exist.',
  },
  'server/masked-secret': {
    severity: 'warning',
    message: (p: { item: string; element: string; line: number }) =>
      `${p.item} has \`********\` in \`${p.element}\`, line ${p.line}, in place of a secret`,
    why: 'Jenkins shows stars to whom may read and not configure; sent back, they would become the password.',
  },
}));
