import type { Component } from '../../../../schema/generated/located.ts';
import type { Project } from '../../../link/project.ts';
import type { Origin } from '../../../text/origin.ts';
import { originsOf } from '../../../text/traced-text.ts';

/**
 * Returns why the job of a component is a pipeline; nothing for a freestyle job, whose steps can only run in the
 * container of the agent, and which can neither look at what changed nor start another job with what it checked out.
 */
export function pipelineReasons(_project: Project, component: Component): readonly Origin[] {
  const places = [component, ...component.build].flatMap(({ image, container }) => [
    ...originsOf(image),
    ...originsOf(container),
  ]);
  return [...places, ...[...component.caches, ...component.paths].map(({ origin }) => origin)];
}

/** Returns whether the job of a component is a pipeline. */
export function isPipeline(project: Project, component: Component): boolean {
  return pipelineReasons(project, component).length > 0;
}
