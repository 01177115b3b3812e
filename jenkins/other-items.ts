import { matrix } from './items/matrix.ts';
import { multibranch } from './items/multibranch.ts';
import { multijob } from './items/multijob.ts';
import { organization } from './items/organization.ts';
import { viewThings } from './views/all-views.ts';

const things = [multibranch, organization, matrix, multijob, ...viewThings] as const;

/** Jobs, folders and views that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherItems(): typeof things {
  return things;
}
