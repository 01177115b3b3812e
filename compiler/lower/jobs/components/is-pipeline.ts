import type { Component } from '../../../../schema/generated/located.ts';
import type { Project } from '../../../link/project.ts';
import type { Origin } from '../../../text/origin.ts';
import { originsOf } from '../../../text/traced-text.ts';
import { startedImages } from './started-images.ts';

/**
 * Returns why the job of a component is a pipeline; nothing for a freestyle job, whose steps can only run in the
 * container of the agent, and which can neither look at what changed, nor report on what it checked out, nor start another job with it.
 */
export function pipelineReasons(project: Project, component: Component): readonly Origin[] {
  return [
    ...[component, ...component.build].flatMap(({ image, container }) => [
      ...originsOf(image),
      ...originsOf(container),
    ]),
    ...[...component.caches, ...component.paths].map(({ origin }) => origin),
    ...component.publish.flatMap(({ type }) => (type.value === 'oci' ? [type.origin] : [])),
    ...(component.commit_status.value ? [component.commit_status.origin] : []),
    ...startedImages(project, component).map(({ origin }) => origin),
  ];
}

/** Returns whether the job of a component is a pipeline. */
export function isPipeline(project: Project, component: Component): boolean {
  return pipelineReasons(project, component).length > 0;
}
