import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedEnvironment, LinkedService, Project } from '../../link/project.ts';
import type { ProjectFiles } from '../project-files.ts';

/** What the lowering of one environment may look at, and where it reports. */
export interface Scope {
  readonly project: Project;
  readonly environment: LinkedEnvironment;
  readonly slug: string;
  readonly files: ProjectFiles;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Returns the service of the environment with this name that runs an image of ours all the time. */
export function workloadNamed(scope: Scope, name: string): LinkedService | undefined {
  return scope.environment.services.find(({ kind, spec }) => kind === 'workload' && spec.name.value === name);
}
