import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { slug } from '../../util/slug.ts';
import type { Lowered } from '../lowered.ts';
import { noFiles, type ProjectFiles } from '../project-files.ts';
import { checkObjects } from './check-objects.ts';
import { lowerEnvironment } from './lower-environment.ts';

/**
 * Returns what each environment of a project is made of on Kubernetes, in the order of promotion. `files` are those
 * that gists name.
 */
export function lowerEnvironments(
  project: Project,
  files: ProjectFiles = noFiles,
): Lowered<readonly EnvironmentIr[]> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const value = project.environments.map((environment) =>
    lowerEnvironment({ project, environment, slug: slug(environment.spec.name.value), files, report }),
  );
  checkObjects(value, report);
  return { value, diagnostics };
}
