import { defineCodes } from '../define-codes.ts';

/**
 * Diagnostics about secrets in plain text. Reports mask the span of every code of this area, so the span is the
 * secret and nothing else; a message never has any of it.
 */
export const secretCodes = defineCodes(() => ({
  'secret/plain-value': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` holds a secret in plain text`,
    why: 'Whoever can read the repository, now or in its history, can use it.',
  },
  'secret/token': {
    severity: 'error',
    message: (p: { what: string }) => `${p.what} stands here in plain text`,
    why: 'Whoever can read the repository, now or in its history, can use it.',
  },
  'secret/url-password': {
    severity: 'error',
    message: (_: Record<string, never>) => 'the URL holds a password in plain text',
    why: 'URLs are printed in build logs and shown in Jenkins, with the password in them.',
  },
  'secret/in-script': {
    severity: 'error',
    message: (p: { name: string }) => `the value of \`${p.name}\` is a secret in plain text`,
    why: 'Scripts are shown in Jenkins and their commands are printed in build logs.',
  },
  'secret/job-field': {
    severity: 'error',
    message: (p: { field: string }) => `\`${p.field}\` of the fragment holds a secret in plain text`,
    why: 'Whoever can read the repository can use it, and it stays readable in the file of the job until Jenkins saves the job again.',
  },
  'secret/placeholder': {
    severity: 'warning',
    message: (p: { what: string }) => `${p.what} has a placeholder where a secret belongs`,
    why: 'The service would start with the placeholder; the real secret must not take its place in the spec.',
  },
}));
