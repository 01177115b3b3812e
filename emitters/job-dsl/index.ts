import type { Artifact } from '../../compiler/model/artifact.ts';
import { jobDslFolder } from '../../compiler/model/job-dsl-files.ts';
import { joinTraced } from '../../compiler/print/lines.ts';
import type { FileText } from '../../compiler/text/file-text.ts';
import { fromPolicy, fromSeveral } from '../../compiler/text/origin.ts';
import { TracedText } from '../../compiler/text/traced-text.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import { type Item, itemText } from '../../jenkins/all-items.ts';
import { writtenDsl } from '../../jenkins/shared/dsl-writer.ts';
import type { Family } from '../../jenkins/shared/node.ts';
import type { Emitter } from '../emitter.ts';

/**
 * Job DSL scripts for the seed job: one file per family, flat calls with literals only. They use methods that the
 * newest engine has without a live Jenkins, but for two properties of Jenkins and Pipeline: Job in the dynamic DSL
 * (how long builds are kept, and what starts a pipeline), and run in the Job DSL sandbox. What Jenkins adds when it
 * saves a job is made by configure blocks, which run behind the script. The scripts of pipelines are files of their own,
 * which the Job DSL reads.
 */
export const jobDsl: Emitter<'items' | 'ownScripts'> = {
  name: 'job-dsl',
  description: 'Job DSL scripts that make the jobs, folders and views, and the scripts of pipelines',
  needs: ['items', 'ownScripts'],
  emit: ({ items, ownScripts }) => [
    ...families.flatMap(({ family, file, title }) =>
      scripts(file, title, multijobsLast(items.filter((item) => item.family === family))),
    ),
    ...ownScripts.map(({ name, text, origin }) => ({
      path: `${jobDslFolder}/${name}.groovy`,
      content: text,
      origin,
    })),
  ],
};

/**
 * Jobs in one file; more go to `build_jobs_2.groovy` and so on. The JVM allows 64 KB for the code of one method, and a
 * script of this many calls stays below half of that.
 */
const SCRIPT_SIZE = 500;

/** The scripts, in the order in which the seed job runs them: it sorts by name, so folders come first. */
const families: readonly { readonly family: Family; readonly file: string; readonly title: string }[] = [
  {
    family: 'folders',
    file: 'all_folders',
    title: 'Folders. They come first: the other scripts put jobs into them.',
  },
  { family: 'build_jobs', file: 'build_jobs', title: 'Builds of the components.' },
  { family: 'deploy_jobs', file: 'deploy_jobs', title: 'Deployments of the environments.' },
  {
    family: 'environment_jobs',
    file: 'environment_jobs',
    title: 'Promotion from environment to environment.',
  },
  { family: 'image_jobs', file: 'image_jobs', title: 'Container images of the applications.' },
  { family: 'jobs', file: 'jobs', title: 'Jobs of jobs.bitesize.' },
  {
    family: 'service_jobs',
    file: 'service_jobs',
    title: 'Services, ingresses, claims and third-party resources.',
  },
  { family: 'test_jobs', file: 'test_jobs', title: 'Tests of the environments.' },
  { family: 'views', file: 'views', title: 'Views of the jobs.' },
];

const scriptOrigin = fromPolicy('the items of one family stand in one script');

/**
 * Job DSL makes the items of a script in an order of its own: folders first, multijobs last. It takes a multibranch or
 * organization project for equal to both, and Java's sort of more than 31 items may throw then, but not when they stand
 * in that order already (`ItemProcessingOrderComparator`).
 */
function multijobsLast(items: readonly Item[]): readonly Item[] {
  const isMultijob = ({ kind }: Item) => kind === 'multijob';
  return [...items.filter((item) => !isMultijob(item)), ...items.filter(isMultijob)];
}

/** Returns the scripts of a family and what they read; numbers are padded, so that the seed job keeps their order. */
function scripts(file: string, title: string, items: readonly Item[]): Artifact[] {
  const parts = chunks(items, SCRIPT_SIZE);
  const digits = String(parts.length).length;
  return parts.flatMap((part, index) => {
    const number = index === 0 ? '' : `_${String(index + 1).padStart(digits, '0')}`;
    const made = part.map((item) => ({ item, ...itemText(item) }));
    return [
      {
        path: `${jobDslFolder}/${file}${number}.groovy`,
        content: joinTraced([header(title), ...made.flatMap(({ text }) => [blank, text])]),
        origin: scriptOrigin,
      },
      ...made.flatMap(({ item, files }) => files.map((text) => readFile(item, text))),
    ];
  });
}

const blank = new TracedText('\n');

function header(title: string): TracedText {
  return writtenDsl((dsl) => {
    dsl.comment(title);
    dsl.comment('Compiled from the specs by bitesize; change them and compile again.');
  }).text;
}

/** Returns a file that the calls of an item read. */
function readFile({ origin }: Item, text: FileText): Artifact {
  const { path } = text.file;
  return { path: path.value, content: text, origin: fromSeveral([origin, path.origin]) };
}
