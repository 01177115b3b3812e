import type { Node } from '../../source/node.ts';
import type { SourceFolder } from '../source-folder.ts';
import { entriesOf, itemsOf, scalarOf, valueAt } from '../yaml-parts.ts';

/** A job of another CI system that tests, and its commands. */
export interface CiJob {
  readonly name: string;
  readonly commands: readonly string[];
  readonly from: string;
}

/** Returns the jobs of GitLab CI and of GitHub's workflows that test something, in the order of their files. */
export function readCiJobs(folder: SourceFolder, workflows: SourceFolder | undefined): readonly CiJob[] {
  const jobs: CiJob[] = [];
  if (folder.files.has('.gitlab-ci.yml'))
    for (const [name, job] of entriesOf(folder.yaml('.gitlab-ci.yml')))
      add(jobs, name, itemsOf(valueAt(job, 'script')), folder.at('.gitlab-ci.yml'));
  for (const file of workflows?.files ?? []) {
    if (!/\.ya?ml$/.test(file)) continue;
    for (const [name, job] of entriesOf(valueAt(workflows?.yaml(file), 'jobs'))) {
      const steps = itemsOf(valueAt(job, 'steps')).flatMap((step) => valueAt(step, 'run') ?? []);
      add(jobs, name, steps, workflows?.at(file) ?? file);
    }
  }
  return jobs.slice(0, MOST_JOBS);
}

const MOST_JOBS = 20;
const MOST_COMMANDS = 20;

const TESTS = /\b(tests?|specs?|lint|check|verify|pytest|rspec|tox|vitest|jest)\b/i;

function add(jobs: CiJob[], name: string, steps: readonly Node[], from: string): void {
  const lines = steps.flatMap((step) => (scalarOf(step) ?? '').split('\n')).map((line) => line.trim());
  const commands = lines.filter((line) => line.length <= 200 && /^[^\s#]/.test(line) && isPrintable(line));
  const isTest = !name.startsWith('.') && (TESTS.test(name) || commands.some((line) => TESTS.test(line)));
  if (isTest && commands.length > 0) jobs.push({ name, commands: commands.slice(0, MOST_COMMANDS), from });
}

/** What is written as a line of YAML: no control characters, and nothing that some reader takes for the end of a line. */
function isPrintable(line: string): boolean {
  return !/[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(line);
}

/** Returns whether a command means the same elsewhere: it uses nothing of the CI system that it was written for. */
export function isPortable(command: string): boolean {
  return !/\$\{\{|\$\{?(CI|GITHUB|GITLAB|RUNNER)_|^(cd|export|if|for|while|then|fi|done|else)\b|[<>|&;\\]/.test(
    command,
  );
}
