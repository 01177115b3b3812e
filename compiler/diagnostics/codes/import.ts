import { defineCodes } from '../define-codes.ts';

/** Findings of `bitesize import`. */
export const importCodes = defineCodes(() => ({
  'import/nothing': {
    severity: 'error',
    message: (p: { source: string }) => `\`${p.source}\` holds no configuration of a job`,
    why: 'There is nothing to make specs of; the folder may be another one than was meant.',
  },
  'import/xml': {
    severity: 'error',
    message: (p: { problem: string }) => `this configuration cannot be read: ${p.problem}`,
    why: 'A job that is not read is not among the specs, and what follows from them would lack it.',
  },
  'import/unreadable': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `\`${p.path}\` is not read: ${p.reason}`,
    why: 'A job that is not read is not among the specs, and what follows from them would lack it.',
  },
  'import/link': {
    severity: 'warning',
    message: (p: { path: string }) => `\`${p.path}\` is a link that leads elsewhere, and is not followed`,
    why: 'What lies outside of the folder that was named belongs to somebody else.',
  },
  'import/name': {
    severity: 'error',
    message: (p: { name: string; problem: string }) => `no job can be called \`${p.name}\`: ${p.problem}`,
    why: 'Specs hold only names that Jenkins takes and that stay what they are as folders of a file system.',
  },
  'import/twice': {
    severity: 'error',
    message: (p: { name: string }) => `two configurations are called \`${p.name}\``,
    why: 'Jenkins does not tell names apart by small and capital letters, so only one of them can be a job.',
  },
  'import/secret': {
    severity: 'warning',
    message: (p: { job: string; field: string; kind: 'encrypted' | 'plain'; count: number }) =>
      `${secretsText(p.kind, p.count)} left out, in \`${p.field}\` of job \`${p.job}\``,
    why: 'Secrets never stand in specs: one that Jenkins encrypted is of no use elsewhere, and a plain one would be in the history for ever.',
  },
  'import/character': {
    severity: 'warning',
    message: (p: { job: string; character: string }) =>
      `job \`${p.job}\` has the character ${p.character}, which no spec can hold`,
    why: 'Job DSL would write it as it is, and Jenkins could not read its own file any more.',
  },
  'import/left-out': {
    severity: 'error',
    message: (p: { what: 'job' | 'view'; name: string; reason: string }) =>
      `${p.what} \`${p.name}\` is left out: ${p.reason}`,
    why: 'One job that is refused would keep all others from being compiled, and so from being compared.',
  },
}));

function secretsText(kind: 'encrypted' | 'plain', count: number): string {
  const what = kind === 'encrypted' ? 'encrypted secret' : 'secret in plain text';
  return count === 1
    ? `${kind === 'encrypted' ? 'an' : 'a'} ${what} is`
    : `${count} ${what.replace('secret', 'secrets')} are`;
}
