import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the changes of a running Jenkins. */
export const liveApplyCodes = defineCodes(() => ({
  'live/other-server': {
    severity: 'error',
    message: (p: { made: string; asked: string }) =>
      `this was made for \`${p.made}\`, not for \`${p.asked}\``,
    why: 'Names and configurations of one server say nothing about another one, and the login belongs to the one that was named.',
  },
  'live/changed': {
    severity: 'error',
    message: (p: { kind: string; name: string; problem: string }) =>
      `${p.kind} \`${p.name}\` has changed since the plan was made: ${p.problem}`,
    why: 'What nobody has seen in a plan is not overwritten.',
  },
  'live/refused': {
    severity: 'error',
    message: (p: { action: string; kind: string; name: string; reason: string }) =>
      `cannot ${p.action} ${p.kind} \`${p.name}\`: ${p.reason}`,
    why: 'Jenkins has not done it; all else that does not need it is done all the same.',
  },
  'live/not-kept': {
    severity: 'error',
    message: (p: { kind: string; name: string; what: string }) =>
      `Jenkins has not kept all of ${p.kind} \`${p.name}\`: ${p.what}`,
    why: 'Jenkins drops classes and fields that it does not know, and answers as if all were well.',
  },
  'live/not-begun': {
    severity: 'error',
    message: (p: { steps: string; reason: string }) => `${p.steps} not begun: ${p.reason}`,
    why: 'What needs something that failed is not tried, and nothing is taken away after a failure.',
  },
  'live/full-folder': {
    severity: 'error',
    message: (p: { name: string; inside: string }) =>
      `folder \`${p.name}\` is not deleted, since something is in it that the plan does not delete: ${p.inside}`,
    why: 'A folder is deleted with all that it holds.',
  },
  'live/name': {
    severity: 'error',
    message: (p: { kind: string; name: string; problem: string }) =>
      `${p.kind} \`${p.name}\` cannot be made: ${p.problem}`,
    why: 'Jenkins would make something of another name, or nothing.',
  },
  'live/locked': {
    severity: 'error',
    message: (p: { url: string; who: string; since: string }) =>
      `\`${p.url}\` is being changed by ${p.who} since ${p.since}`,
    why: 'Two that change one server at the same time would each undo a part of what the other one does.',
  },
  'live/lock-lost': {
    severity: 'error',
    message: (p: { url: string; who: string }) => `the lock of \`${p.url}\` was taken over by ${p.who}`,
    why: 'Whoever has the lock counts on being alone, so nothing more is done here.',
  },
  'live/lock-unknown': {
    severity: 'error',
    message: (p: { url: string; reason: string }) => `cannot lock \`${p.url}\`: ${p.reason}`,
    why: 'Without a lock two could change one server at the same time.',
  },
  'live/backup': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `cannot use the backup \`${p.path}\`: ${p.reason}`,
    why: 'Nothing is changed of which there is no copy.',
  },
  'live/plan-file': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `\`${p.path}\` holds no plan: ${p.problem}`,
    why: 'A plan says what is sent where: half of one would do half of it.',
  },
}));
