import { type CostlyInput, letters, lines } from './costly-input.ts';

function jobs(text: string) {
  return { 'jobs.bitesize': `project: p\njobs:\n${text}` };
}

function job(text: string) {
  return jobs(`  - name: a\n    kind: freestyle\n${text}`);
}

/** About jobs of one's own. */
export const ownJobs: readonly CostlyInput[] = [
  {
    name: 'jobs: many',
    files: (b) => jobs(lines(b, (i) => `  - {name: j${i}, kind: freestyle, builders: [{shell: make}]}\n`)),
  },
  {
    name: 'jobs: pipelines in folders',
    visibleFrom: 24_000,
    files: (b) => jobs(lines(b, (i) => `  - {name: f${i}/a/b/j, kind: pipeline, script: "echo 1"}\n`)),
  },
  { name: 'jobs: twice', files: (b) => jobs(lines(b, () => '  - {name: j, kind: freestyle}\n')) },
  {
    name: 'jobs: steps',
    files: (b) => job(`    builders:\n${lines(b, (i) => `      - shell: make ${i}\n`)}`),
  },
  {
    name: 'jobs: unknown jobs',
    files: (b) =>
      job(
        `    publishers:\n      - trigger-builds:\n${lines(b, (i) => `          - {projects: [bb${i}]}\n`)}`,
      ),
  },
  {
    name: 'jobs: views of unknown jobs',
    files: (b) => jobs(lines(b, (i) => `  - {name: v${i}, kind: list-view, jobs: [x${i}]}\n`)),
  },
  {
    name: 'jobs: parameters',
    files: (b) => job(`    parameters:\n${lines(b, (i) => `      - string: {name: P${i}}\n`)}`),
  },
  {
    name: 'jobs: circles of triggers that share a job',
    files: (b) =>
      jobs(
        `  - {name: j0, kind: freestyle}\n${lines(b, (i) => `  - {name: j${i + 1}, kind: freestyle, triggers: [{upstream: {jobs: [j${i}]}}], publishers: [{trigger-builds: [{projects: [j0]}]}]}\n`)}`,
      ),
  },
  {
    name: 'jobs: scripts in XML',
    files: (b) =>
      job(
        `    fragments:\n${lines(b, (i) => `      - {at: builders, xml: "<a.B${i}><sandbox>false</sandbox></a.B${i}>"}\n`)}`,
      ),
  },
  {
    name: 'jobs: one long script that counts',
    files: (b) =>
      jobs(
        `  - name: a\n    kind: multijob\n    builders:\n      - multijob: {name: b, quiet_period_groovy: "${letters(b, 'index ')}", projects: [{name: /c}]}\n`,
      ),
  },
  {
    name: 'jobs: conditional steps',
    files: (b) =>
      job(
        `    builders:\n${lines(b, () => '      - conditional-step: {condition: always, steps: [{conditional-step: {condition: always, steps: [{shell: a}]}}]}\n')}`,
      ),
  },
];
