import type { Item } from '../../jenkins/all-items.ts';
import type { Sourced } from '../text/sourced.ts';
import type { Controller } from './controller/controller.ts';
import type { PluginPlan } from './controller/plugin-plan.ts';
import type { ApplicationImage } from './images/application-image.ts';
import type { EnvironmentIr } from './kubernetes/environment.ts';
import type { OutsideName } from './outside-name.ts';
import type { OwnScript } from './own-script.ts';

/** A part of the IR that emitters read: each says which ones, and only these have to be made for it. */
export type IrPart = Exclude<keyof Ir, 'project' | 'outsideNames'>;

/** All parts. */
export const irParts: readonly IrPart[] = [
  'items',
  'ownScripts',
  'images',
  'environments',
  'controller',
  'plugins',
];

/**
 * The typed model of everything that a project becomes: what the emitters print, and all that they see. Values
 * are final: no emitter looks at a spec, a default or a policy.
 */
export interface Ir {
  readonly project: Sourced<string>;
  /** Jobs, folders and views of the controller, folders before what they hold. */
  readonly items: readonly Item[];
  /** Job DSL files of the project's own, in the order in which they run. */
  readonly ownScripts: readonly OwnScript[];
  /** The images of the applications, in the order of the spec. */
  readonly images: readonly ApplicationImage[];
  /** What runs in each environment, in the order of promotion. */
  readonly environments: readonly EnvironmentIr[];
  /** The Jenkins itself: init scripts, image, and how it runs on Kubernetes. */
  readonly controller: Controller;
  /** Every plugin of the controller in one version. */
  readonly plugins: PluginPlan;
  /** What no other project may be called, for runs over many projects. */
  readonly outsideNames: readonly OutsideName[];
}
