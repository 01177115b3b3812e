import type { Valued } from '../../compiler/text/traced-text.ts';
import { MULTIJOB_PACKAGE } from '../builders/multijob.ts';
import { itemThing } from '../shared/item-thing.ts';
import { use } from '../shared/plugin-use.ts';
import { element, leaf } from '../shared/xml.ts';
import { noteProject, type ProjectJob, projectCalls, projectElements, projectPlaces } from './freestyle.ts';

/** A job whose steps are phases of other jobs. */
export interface MultijobJob extends ProjectJob {
  readonly kind: 'multijob';
  readonly pollSubjobs: Valued<boolean>;
}

/** A multijob, by the Multijob plugin (com.tikal.jenkins.plugins.multijob.MultiJobProject). */
export const multijob = itemThing<MultijobJob>({
  kind: 'multijob',
  isView: false,
  fragmentPlaces: projectPlaces,
  needs: use('DslFactory', 'multiJob', 'jobs are multijobs'),
  xml: (job) =>
    element(`${MULTIJOB_PACKAGE}.MultiJobProject`, [
      element('actions'),
      ...projectElements(job, [], [leaf('pollSubjobs', job.pollSubjobs)]),
    ]),
  method: 'multiJob',
  dsl: (job, dsl) => {
    // First, since each call moves its element behind all others.
    dsl.call('pollSubjobs', job.pollSubjobs);
    projectCalls(job, dsl);
  },
  inside: noteProject,
});
