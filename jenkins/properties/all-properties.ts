import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { authorization } from './authorization.ts';
import { blockOn } from './block-on.ts';
import { copyArtifactPermission } from './copy-artifact-permission.ts';
import { deliveryPipeline } from './delivery-pipeline.ts';
import { disableConcurrentBuilds } from './disable-concurrent-builds.ts';
import { environmentProperty } from './environment.ts';
import { githubProject } from './github-project.ts';
import { discarder } from './log-rotation.ts';
import { notifications } from './notifications.ts';
import { parametersProperty } from './parameters.ts';
import {
  disableResume,
  durabilityHint,
  gitlabConnection,
  lockableResources,
  ownership,
  priority,
  priorityGroup,
  rateLimit,
  rebuild,
  sidebarLinks,
} from './spec-properties.ts';
import { throttle } from './throttle.ts';
import { weight } from './weight.ts';

const things = [
  parametersProperty,
  environmentProperty,
  githubProject,
  blockOn,
  authorization,
  weight,
  deliveryPipeline,
  throttle,
  notifications,
  disableConcurrentBuilds,
  copyArtifactPermission,
  discarder,
  durabilityHint,
  disableResume,
  rebuild,
  rateLimit,
  priority,
  priorityGroup,
  lockableResources,
  gitlabConnection,
  ownership,
  sidebarLinks,
  xmlThing,
] as const;

/** A property of a job. A job has at most one of each kind; the order of the list is the order in config.xml. */
export type Property = NodeOf<typeof things>;

/** All properties. */
export const properties = thingFamily(things);

/** Returns the elements inside `properties`; without a parameter there is no property of parameters. */
export function propertyElements(nodes: readonly Property[] = []): XmlElement[] {
  return nodes.filter((node) => node.kind !== 'parameters' || node.parameters.length > 0).map(properties.xml);
}
