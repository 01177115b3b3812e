import { type Item, isFolder, isView } from '../../../../jenkins/all-items.ts';
import type { Folder } from '../../../../jenkins/items/folder.ts';
import type { Job } from '../../../../schema/generated/located.ts';
import { changeReferences, referencesIn } from '../../../check/references.ts';
import { specSchemas } from '../../../check/spec-schemas.ts';
import { itemOf } from '../../../link/own-jobs/link-jobs.ts';
import { sourced } from '../../../text/sourced.ts';
import { originsOf, plainText } from '../../../text/traced-text.ts';
import { compareText } from '../../../util/compare-text.ts';
import { hostedLabels } from '../../hosted-names.ts';
import { checkAgent, checkLabel } from '../check-agent.ts';
import { folderPath, type JobScope } from '../job-scope.ts';
import { ownXml } from '../xml/own-xml.ts';
import { folderOf, multibranchOf, organizationOf } from './folder-jobs.ts';
import { freestyleJob, projectParts } from './freestyle-job.ts';
import { itemBase } from './job-base.ts';
import { matrixJob } from './matrix-job.ts';
import { type NodeTable, nodesOf } from './nodes-of.ts';
import { ownPipeline } from './own-pipeline.ts';
import { viewNodes } from './view-jobs.ts';

/** How each kind becomes an item. */
const kinds: NodeTable<Job, Item> = {
  freestyle: (spec, _, scope) => freestyleJob(spec, scope),
  pipeline: (spec, _, scope) => ownPipeline(spec, scope),
  folder: (spec, _, scope) => folderOf(spec, scope),
  multibranch: (spec, _, scope) => multibranchOf(spec, scope),
  organization: (spec, _, scope) => organizationOf(spec, scope),
  ...viewNodes,
  matrix: (spec, _, scope) => matrixJob(spec, scope),
  multijob: (spec, _, scope) => ({
    ...itemBase(spec, scope),
    kind: 'multijob',
    ...projectParts(spec, scope),
    pollSubjobs: spec.poll_subjobs,
  }),
  xml: (spec, _, scope) => ownXml(spec, scope),
};

/** What jobs.bitesize becomes. */
export interface SpecItems {
  /** Outer ones before inner ones: those that the spec declares, and those that a name stands in. */
  readonly folders: readonly Item[];
  /** In file order. */
  readonly jobs: readonly Item[];
  readonly views: readonly Item[];
}

/** Returns the folders, jobs and views of jobs.bitesize. */
export function specItems(scope: JobScope): SpecItems {
  for (const job of scope.project.ownJobs.jobs) checkLabels(scope, job);
  const items = nodesOf(hostedJobs(scope.project), kinds, scope);
  const declared = items.filter(isFolder);
  return {
    folders: [...declared, ...impliedFolders(scope, items)].sort((a, b) =>
      compareText(plainText(a.name), plainText(b.name)),
    ),
    jobs: items.filter((item) => !isFolder(item) && !isView(item)),
    views: items.filter(isView),
  };
}

/** Reports labels of a job that no agent has; a text with a variable is filled in when the job runs. */
function checkLabels(scope: JobScope, job: Job): void {
  const name = itemOf(job)?.item.name.value ?? '';
  const { schema } = specSchemas.jobs;
  for (const { refers, name: agent } of referencesIn(job, schema.definitions?.Job ?? {}, schema)) {
    if (refers !== 'label' || agent.value.includes('$')) continue;
    checkAgent(scope, { noun: 'job', job: name, agent });
    checkLabel(scope, { noun: 'job', job: name, agent });
  }
}

/** Returns the jobs with the labels that the agents of the project have in Jenkins. */
function hostedJobs(project: JobScope['project']): readonly Job[] {
  if (project.hosting === undefined) return project.ownJobs.jobs;
  const { schema } = specSchemas.jobs;
  const node = schema.definitions?.Job ?? {};
  return project.ownJobs.jobs.map((job) =>
    changeReferences(job, node, schema, ({ refers, name }) =>
      refers === 'label' ? hostedLabels(project, name) : name,
    ),
  );
}

/** Returns the folders that names stand in and no entry declares; those of the settings are made anyway. */
function impliedFolders({ settings }: JobScope, items: readonly Item[]): readonly Folder[] {
  const known = new Set(items.filter(isFolder).map(({ name }) => plainText(name)));
  const outer = folderPath(settings).split('/');
  outer.forEach((_, index) => void known.add(outer.slice(0, index + 1).join('/')));
  const folders: Folder[] = [];
  for (const item of items) {
    const parts = plainText(item.name).split('/');
    for (let count = 1; count < parts.length; count++) {
      const name = parts.slice(0, count).join('/');
      if (known.has(name)) continue;
      known.add(name);
      const [origin = item.origin] = originsOf(item.name);
      folders.push({ kind: 'folder', family: 'folders', name: sourced(name, origin), origin });
    }
  }
  return folders;
}
