import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { ApplicationImage } from '../../model/images/application-image.ts';
import type { Lowered } from '../lowered.ts';
import { lowerImage } from './lower-image.ts';

/** Returns the images of a project's applications, in the order of the spec. */
export function lowerImages(project: Project): Lowered<readonly ApplicationImage[]> {
  const diagnostics: Diagnostic[] = [];
  const value = project.applications.map((application) =>
    lowerImage(project, application, (diagnostic) => void diagnostics.push(diagnostic)),
  );
  return { value, diagnostics };
}
