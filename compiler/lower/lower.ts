import { pluginNeedsOfItems } from '../../jenkins/all-items.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Project } from '../link/project.ts';
import { type Ir, type IrPart, irParts } from '../model/ir.ts';
import type { Catalogue } from '../plugins/catalogue.ts';
import { lowerController } from './controller/lower-controller.ts';
import { lowerImages } from './images/lower-images.ts';
import { lowerJobs } from './jobs/lower-jobs.ts';
import { ownScripts } from './jobs/own-scripts.ts';
import { lowerEnvironments } from './kubernetes/lower-environments.ts';
import { outsideNames } from './outside-names.ts';
import { lowerPlugins } from './plugins/lower-plugins.ts';
import { noFiles, type ProjectFiles } from './project-files.ts';
import { Stage } from './stage.ts';

/** Facts that lowering needs and that are in no spec; whoever starts the compiler reads them. */
export interface LowerInputs {
  /** Files of the project that specs name, such as those of gists. */
  readonly files?: ProjectFiles | undefined;
  /** A fuller plugin catalogue, for projects that ask for plugins beyond our own. */
  readonly catalogue?: Catalogue | undefined;
}

/**
 * Returns the IR of a project: every value decided, every node with its origin; and what could not be expressed in
 * `parts`. The other parts are lowered should somebody read them all the same, but nobody hears what is wrong there.
 */
export function lower(
  project: Project,
  { files, catalogue }: LowerInputs = {},
  parts: readonly IrPart[] = irParts,
): { ir: Ir; diagnostics: readonly Diagnostic[] } {
  const images = new Stage(() => lowerImages(project));
  const environments = new Stage(() => lowerEnvironments(project, files));
  const controller = new Stage(() => lowerController(project, environments.value));
  const jobs = new Stage(() => lowerJobs(project, environments.value, images.value));
  const own = new Stage(() => ownScripts(project, files ?? noFiles));
  const plugins = new Stage(() => {
    const needs = [
      ...controller.value.initScripts.flatMap((script) => script.needs),
      ...pluginNeedsOfItems(jobs.value.items),
      ...jobs.value.needs,
    ];
    return lowerPlugins(project, needs, catalogue);
  });
  const ir: Ir = {
    project: project.name,
    get items() {
      return jobs.value.items;
    },
    get ownScripts() {
      return own.value;
    },
    get images() {
      return images.value;
    },
    get environments() {
      return environments.value;
    },
    get controller() {
      return controller.value;
    },
    get plugins() {
      return plugins.value;
    },
    get outsideNames() {
      return outsideNames(project);
    },
  };
  for (const part of parts) Reflect.get(ir, part);
  const stages = [images, environments, controller, jobs, own, plugins];
  return { ir, diagnostics: stages.flatMap(({ diagnostics }) => diagnostics) };
}
