import { guides } from './generated/guides.ts';

/** Guides that belong together. */
export interface GuideGroup {
  readonly title: string;
  /** Their names, in the order in which one reads them. */
  readonly names: readonly string[];
}

/** All guides in the order of learning, the start first. */
export const guideGroups: readonly GuideGroup[] = [
  { title: 'Start', names: ['first-project', 'node-service', 'annotated-specs', 'editors'] },
  {
    title: 'Build and deploy',
    names: [
      'agents',
      'where-steps-run',
      'images',
      'own-dockerfile',
      'databases',
      'secrets',
      'publishing',
      'telling-people',
      'pull-requests',
      'jobs-of-your-own',
      'jobs-you-have',
      'waiting-builds',
      'blue-green',
    ],
  },
  {
    title: 'Run it',
    names: ['live-jenkins', 'operating', 'cost', 'ci', 'fleets', 'shared-controllers', 'hardening', 'moving'],
  },
  { title: 'Look up', names: ['output-map', 'glossary', 'library', 'writing-an-emitter'] },
];

/** Names of the guides in order. */
export const guideNames: readonly string[] = guideGroups.flatMap(({ names }) => names);

/** Returns the title of a guide: its first heading. */
export function titleOf(name: string): string {
  return /^# (.*)$/m.exec(guides[name] ?? '')?.[1] ?? name;
}
