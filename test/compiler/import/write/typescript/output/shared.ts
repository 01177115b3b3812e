import type { JobParameter } from 'bitesize';

export const gerritParameters: readonly JobParameter[] = [
  { string: { name: 'GERRIT_PROJECT', description: 'The project that changed.' } },
  { string: { name: 'GERRIT_BRANCH', default: 'main', description: 'The branch that changed.' } },
  { string: { name: 'GERRIT_REFSPEC', description: 'The change itself.' } },
];

export function tests(text: string): string {
  return `Tests ${text} with each change.
Ask the platform team when it fails for no reason.`;
}
