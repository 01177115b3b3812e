import type { Item } from '../../jenkins/all-items.ts';
import type { ItemNode } from '../../jenkins/shared/node.ts';
import type { Origin } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import type { TracedText } from '../text/traced-text.ts';
import type { Controller, PluginPlan } from './controller/controller.ts';
import type { ApplicationImage } from './images/application-image.ts';
import type { EnvironmentIr } from './kubernetes/environment.ts';

/** A Job DSL file of the project's own, which the seed job runs after the generated ones. */
export interface OwnScript extends ItemNode {
  /** Name of the script without its ending: a Java identifier, since the engine refuses other names. */
  readonly name: string;
  /** Path of the file, relative to the specs. */
  readonly file: string;
  /** The file as it is. */
  readonly text: TracedText;
}

/**
 * A name that a project takes outside itself, in the cluster, in the registry or on the network. Two projects that take
 * the same one get in each other's way, which no project can see alone.
 */
export interface OutsideName {
  readonly kind: 'host' | 'image' | 'namespace' | 'controller';
  /** The name in the form in which names are compared. */
  readonly key: string;
  /** What takes it, as a message calls it, such as `service \`web\` of environment \`Production\``. */
  readonly what: string;
  readonly origin: Origin;
}

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
