import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { assertNever } from '../../../util/assert-never.ts';
import type { Controller } from '../controller.ts';

/** What the builders of the controller's objects look at: everything but the objects themselves. */
export type ObjectScope = Omit<Controller, 'objects' | 'externalSecrets'>;

/** Labels or annotations; undefined means that the key is absent. */
export type Labels = Readonly<Record<string, Traceable | undefined>>;

/** Component of the pod that Jenkins runs in. */
export const controllerComponent = 'controller';

const application = sourced(
  'jenkins',
  fromPolicy('Says what runs there, by the labels that Kubernetes recommends.'),
);
const manager = sourced('bitesize', fromPolicy('Says which tool made the object.'));

/** Label of all objects of a shared controller and of its projects: the name of the controller. */
const controllerLabel = 'bitesize/controller';

/** Label of the objects that a project brings to a shared controller: the project as Kubernetes knows it. */
const projectLabel = 'bitesize/project';

/** Returns the labels of an object of the controller: those that Kubernetes recommends, and whose it is where several share it. */
export function controllerLabels(scope: ObjectScope, component: string): Labels {
  const ofScope = knownLabels.get(scope) ?? new Map<string, Labels>();
  knownLabels.set(scope, ofScope);
  const known = ofScope.get(component) ?? labelsFor(scope, component);
  ofScope.set(component, known);
  return known;
}

/** Most objects of a controller have the same ones. */
const knownLabels = new WeakMap<ObjectScope, Map<string, Labels>>();

function labelsFor(scope: ObjectScope, component: string): Labels {
  return {
    ...selectorLabels(scope, component),
    'app.kubernetes.io/part-of': scope.project.map(partOfLabel),
    'app.kubernetes.io/managed-by': manager,
    ...sharingLabels(scope),
  };
}

function sharingLabels({ role, project }: ObjectScope): Labels {
  switch (role.kind) {
    case 'own':
      return {};
    case 'shared':
      return { [controllerLabel]: project };
    case 'part':
      return { [controllerLabel]: role.hosting.controller, [projectLabel]: role.hosting.slug };
    default:
      return assertNever(role);
  }
}

/** Returns the labels by which Services and policies find the pods of a component; they never change. */
export function selectorLabels(scope: ObjectScope, component: string): Labels {
  return {
    'app.kubernetes.io/name': application,
    'app.kubernetes.io/instance': scope.deployment.name,
    'app.kubernetes.io/component': component,
  };
}

/** Returns the label that tells the objects of a project: its name may hold characters that no label may. */
export function partOfLabel(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}
