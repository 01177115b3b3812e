import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { folderCollisions } from './collisions/folder-collisions.ts';
import { hostCollisions } from './collisions/host-collisions.ts';
import { jobCollisions } from './collisions/job-collisions.ts';
import { parameterCollisions } from './collisions/parameter-collisions.ts';
import { viewCollisions } from './collisions/view-collisions.ts';
import type { Project } from './project.ts';

/**
 * Returns a finding for every two different names of a project that its output cannot tell apart: jobs, parameters,
 * folders, hosts and views. Kubernetes objects are compared when they are there.
 */
export function findCollisions(project: Project): readonly Diagnostic[] {
  return [
    ...jobCollisions(project),
    ...parameterCollisions(project),
    ...folderCollisions(project),
    ...hostCollisions(project),
    ...viewCollisions(project),
  ];
}
