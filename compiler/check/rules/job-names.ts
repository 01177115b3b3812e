import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { utf8Length } from '../../util/utf8-length.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** Characters that `jenkins.model.Jenkins.checkGoodName` of Jenkins 2.568 refuses. */
const REFUSED = /[?*/\\%!@#$^&|<>[\]:;]/;

/**
 * Returns what is wrong with a text as the name of a Jenkins job, or undefined for a good one. Follows
 * `Jenkins.checkGoodName`; a name must also stay what it is when it becomes a folder of the file system.
 */
export function jobNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'it is empty';
  if (name === '.' || name === '..') return 'it is a folder of the file system';
  const character = REFUSED.exec(name)?.[0];
  if (character !== undefined) return `Jenkins does not allow \`${character}\` in it`;
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'it has a control character';
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name))
    return 'it has a mark that changes the direction of text';
  if (name !== name.trim()) return 'it has a space at an end';
  if (name.endsWith('.')) return 'it ends with a dot';
  return utf8Length(name) > MOST_BYTES ? `it has more than ${MOST_BYTES} bytes` : undefined;
}

/** File systems take 255 bytes for a name; names of jobs are joined of two parts and get an ending. */
const MOST_BYTES = 120;

/** Everything that becomes the name of a job, a folder or a view, or a part of one, is something that Jenkins takes. */
export const jobNamesRule: Rule = {
  name: 'job-names',
  *check(specs) {
    for (const { noun, name } of namesOf(specs)) yield* checkName(noun, name.value, name);
    const { folder, views } = settingsOf(specs);
    // A folder may be in another one; slashes at the ends mean nothing.
    for (const part of folder?.value.split('/').filter((text) => text !== '') ?? []) {
      if (folder !== undefined) yield* checkName('folder', part, folder);
    }
    for (const { name } of views) yield* checkView(name);
    for (const job of specs.jobs?.jobs ?? []) {
      const name = Object.values(job).flatMap((item) => ('name' in item ? [item.name] : []))[0];
      // Folders stand before the name.
      for (const part of name?.value.split('/') ?? [])
        if (name !== undefined) yield* checkName('job', part, name);
    }
  },
};

/**
 * Jenkins and each of its folders have a view of all jobs. It is found by this name in the languages of Jenkins, too,
 * and Job DSL would remove it to make one of another kind, which Jenkins refuses for the last view.
 */
function* checkView(name: Sourced<string>): Generator<Diagnostic> {
  if (name.value.toLowerCase() !== 'all') yield* checkName('view', name.value, name);
  else {
    const problem = 'it is the view of all jobs, which Jenkins and every folder have';
    yield diagnose('check/job-name', { noun: 'view', name: name.value, problem }, at(name), {
      help: 'give it a name of its own, such as `Everything`',
    });
  }
}

function* checkName(noun: string, name: string, written: Sourced<string>): Generator<Diagnostic> {
  const problem = jobNameProblem(name);
  if (problem === undefined) return;
  yield diagnose('check/job-name', { noun, name, problem }, at(written), {
    help: 'use letters, digits, `-`, `_` and `.`',
  });
}

interface NamedThing {
  readonly noun: string;
  readonly name: Sourced<string>;
}

function* namesOf({ build, application, environments }: Specs): Generator<NamedThing> {
  for (const { name } of build?.components ?? []) yield { noun: 'component', name };
  const applications = [...(application?.applications ?? []), ...(application?.containers ?? [])];
  for (const { name } of applications) yield { noun: 'application', name };
  for (const { name, tests } of environments?.environments ?? []) {
    yield { noun: 'environment', name };
    for (const test of tests) yield { noun: 'test', name: test.name };
  }
}
