import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { Ir } from '../ir.ts';
import { lowerController } from './controller/lower-controller.ts';
import { lowerPlugins } from './plugins/lower-plugins.ts';

/** Returns the IR of a project: every value decided, every node with its origin. */
export function lower(project: Project): { ir: Ir; diagnostics: readonly Diagnostic[] } {
  const controller = lowerController(project, []);
  const needs = controller.value.initScripts.flatMap((script) => script.needs);
  const plugins = lowerPlugins(project, needs);
  return {
    ir: {
      project: project.name,
      items: [],
      images: [],
      environments: [],
      controller: controller.value,
      plugins: plugins.value,
    },
    diagnostics: [...controller.diagnostics, ...plugins.diagnostics],
  };
}
