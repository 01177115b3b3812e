import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { copyArtifactPermission } from './copy-artifact-permission.ts';
import { disableConcurrentBuilds } from './disable-concurrent-builds.ts';
import { environmentProperty } from './environment.ts';
import { githubProject } from './github-project.ts';
import { otherProperties } from './other-properties.ts';
import { parametersProperty } from './parameters.ts';

const things = [
  parametersProperty,
  environmentProperty,
  githubProject,
  disableConcurrentBuilds,
  copyArtifactPermission,
  xmlThing,
] as const;

/** A property of a job. A job has at most one of each kind; the order of the list is the order in config.xml. */
export type Property = NodeOf<typeof things> | NodeOf<ReturnType<typeof otherProperties>>;

/** All properties. */
export const properties = thingFamily(things, otherProperties);

/** Returns the elements inside `properties`; without a parameter there is no property of parameters. */
export function propertyElements(nodes: readonly Property[] = []): XmlElement[] {
  return nodes.filter((node) => node.kind !== 'parameters' || node.parameters.length > 0).map(properties.xml);
}
