import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { Catalogue } from '../../plugins/catalogue.ts';
import type { Ir } from '../ir.ts';
import { pluginNeedsOfItems } from '../items/plugin-needs/plugin-needs-of-items.ts';
import { lowerController } from './controller/lower-controller.ts';
import { lowerImages } from './images/lower-images.ts';
import { lowerJobs } from './jobs/lower-jobs.ts';
import { ownScripts } from './jobs/own-scripts.ts';
import { lowerEnvironments } from './kubernetes/lower-environments.ts';
import { outsideNames } from './outside-names.ts';
import { lowerPlugins } from './plugins/lower-plugins.ts';
import { noFiles, type ProjectFiles } from './project-files.ts';

/** Facts that lowering needs and that are in no spec; whoever starts the compiler reads them. */
export interface LowerInputs {
  /** Files of the project that specs name, such as those of gists. */
  readonly files?: ProjectFiles | undefined;
  /** A fuller plugin catalogue, for projects that ask for plugins beyond our own. */
  readonly catalogue?: Catalogue | undefined;
}

/** Returns the IR of a project: every value decided, every node with its origin. */
export function lower(
  project: Project,
  { files, catalogue }: LowerInputs = {},
): { ir: Ir; diagnostics: readonly Diagnostic[] } {
  const images = lowerImages(project);
  const environments = lowerEnvironments(project, files);
  const controller = lowerController(project, environments.value);
  const jobs = lowerJobs(project, environments.value, images.value);
  const own = ownScripts(project, files ?? noFiles);
  const needs = [
    ...controller.value.initScripts.flatMap((script) => script.needs),
    ...pluginNeedsOfItems(jobs.value.items),
    ...jobs.value.needs,
  ];
  const plugins = lowerPlugins(project, needs, catalogue);
  return {
    ir: {
      project: project.name,
      items: jobs.value.items,
      ownScripts: own.value,
      images: images.value,
      environments: environments.value,
      controller: controller.value,
      plugins: plugins.value,
      outsideNames: outsideNames(project),
    },
    diagnostics: [images, environments, controller, jobs, own, plugins].flatMap(
      ({ diagnostics }) => diagnostics,
    ),
  };
}
