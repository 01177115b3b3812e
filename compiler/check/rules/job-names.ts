import type { InnerView, Job } from '../../../schema/generated/located.ts';
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
  if (DEVICE.test(name))
    return 'Windows takes it for a device, so that nobody could check the output out there';
  return utf8Length(name) > MOST_BYTES ? `it has more than ${MOST_BYTES} bytes` : undefined;
}

/** Names that no file or folder of Windows can have, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

/** File systems take 255 bytes for a name; names of jobs are joined of two parts and get an ending. */
const MOST_BYTES = 120;

/** A path has at most 4,096 bytes, and each folder stands in it with the word `jobs`, below the home of Jenkins. */
const MOST_BYTES_OF_PATH = 1000;

/** The most folders, one in the other, that jobs stand in. */
export const MOST_FOLDERS = 50;

/** Returns the finding about a path of too many folders. */
export function tooManyFolders(path: Sourced<string>, count: number): Diagnostic {
  const parameters = { noun: 'folders, one in the other', count, limit: MOST_FOLDERS };
  return diagnose('limit/entries', parameters, at(path), { help: 'shorten the path of the folder' });
}

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
    for (const { name } of views) yield* checkView(name.value, name);
    for (const job of specs.jobs?.jobs ?? []) yield* checkOwn(job);
  },
};

/** Folders stand before the name of a job or view; views inside a view have names of their own. */
function* checkOwn(job: Job): Generator<Diagnostic> {
  for (const [kind, item] of Object.entries(job)) {
    if (!('name' in item)) continue;
    const { name } = item;
    const parts = name.value.split('/');
    if (parts.length > MOST_FOLDERS + 1) {
      yield tooManyFolders(name, parts.length - 1);
      return;
    }
    if (utf8Length(name.value) > MOST_BYTES_OF_PATH) {
      const problem = `it has more than ${MOST_BYTES_OF_PATH} bytes with its folders`;
      yield diagnose(
        'check/job-name',
        { noun: 'job', name: `${name.value.slice(0, 60)}...`, problem },
        at(name),
        {
          help: 'shorten the names of the folders',
        },
      );
      return;
    }
    const own = parts.pop() ?? '';
    for (const part of parts) yield* checkName('folder', part, name);
    if (kind.endsWith('-view')) yield* checkView(own, name);
    else yield* checkName(kind === 'folder' ? 'folder' : 'job', own, name);
  }
  yield* checkInner(job['nested-view']?.views ?? []);
}

function* checkInner(views: readonly InnerView[]): Generator<Diagnostic> {
  for (const view of views) {
    for (const item of Object.values(view))
      if ('name' in item) yield* checkName('view', item.name.value, item.name);
    yield* checkInner(view['nested-view']?.views ?? []);
  }
}

/**
 * Jenkins and each of its folders have a view of all jobs. It is found by this name in the languages of Jenkins, too,
 * and Job DSL would remove it to make one of another kind, which Jenkins refuses for the last view.
 */
function* checkView(name: string, written: Sourced<string>): Generator<Diagnostic> {
  if (name.toLowerCase() !== 'all') yield* checkName('view', name, written);
  else {
    const problem = 'it is the view of all jobs, which Jenkins and every folder have';
    yield diagnose('check/job-name', { noun: 'view', name, problem }, at(written), {
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
