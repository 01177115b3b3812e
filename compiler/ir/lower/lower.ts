import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { Ir } from '../ir.ts';

/** Returns the IR of a project: every value decided, every node with its origin. */
export function lower(project: Project): { ir: Ir; diagnostics: readonly Diagnostic[] } {
  return { ir: { project: project.name, items: [], images: [], environments: [] }, diagnostics: [] };
}
