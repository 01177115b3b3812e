import { hostsOf } from '../link/collisions/host-collisions.ts';
import type { Project } from '../link/project.ts';
import type { OutsideName } from '../model/outside-name.ts';
import type { Sourced } from '../text/sourced.ts';
import { controllerNames } from './controller/controller-names.ts';
import { imageName } from './images/image-name.ts';

/** Returns the names that a project takes outside itself, each once. */
export function outsideNames(project: Project): readonly OutsideName[] {
  const names = new Map<string, OutsideName>();
  for (const name of allNames(project)) {
    const id = `${name.kind} ${name.key}`;
    if (!names.has(id)) names.set(id, name);
  }
  return [...names.values()];
}

function* allNames(project: Project): Generator<OutsideName> {
  for (const environment of project.environments) {
    const where = `environment \`${environment.spec.name.value}\``;
    yield outsideName('namespace', environment.namespace, where);
    for (const { name, what } of hostsOf(environment)) yield outsideName('host', name, `${what} of ${where}`);
  }
  for (const { spec } of project.applications) {
    const { push } = imageName(project, spec.name);
    yield outsideName('image', push, `application \`${spec.name.value}\``);
  }
  const { name, namespace } = controllerNames(project);
  const controller = namespace.map((text) => `${text}/${name.value}`);
  yield outsideName('controller', controller, 'the Jenkins');
  const host = project.settings.kubernetes.ingress?.host;
  if (host !== undefined) yield outsideName('host', host, 'the Jenkins');
}

function outsideName(
  kind: OutsideName['kind'],
  { value, origin }: Sourced<string>,
  what: string,
): OutsideName {
  return { kind, key: kind === 'host' ? value.toLowerCase() : value, what, origin };
}
