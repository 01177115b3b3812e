import type { Component } from '../../../../schema/generated/located.ts';
import type { LinkedApplication, Project } from '../../../link/project.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';

/** An image that is made of what a component builds. */
export interface StartedImage {
  readonly application: LinkedApplication;
  /** Whether it is built from the repository of the component, so that it has to know the commit. */
  readonly ofCommit: boolean;
  readonly origin: Origin;
}

/**
 * Returns the images whose jobs the job of a component starts when it succeeds: those that are built from its
 * repository, and those that take files of its build. A package is fetched from a repository, so its image job waits for
 * the component by a trigger.
 */
export function startedImages(
  { applications }: Pick<Project, 'applications'>,
  component: Component,
): readonly StartedImage[] {
  return applications.flatMap((application) => {
    const { build, files } = application;
    const ofCommit = build?.component === component;
    const taken = files.filter((file) => file.component === component);
    if (!ofCommit && taken.length === 0) return [];
    const origins = [...(ofCommit ? [build.spec.$.origin] : []), ...taken.map(({ spec }) => spec.$.origin)];
    return [{ application, ofCommit, origin: fromSeveral(origins) }];
  });
}

/** Returns whether a component's job starts that of an application's image itself. */
export function startsImage({ build, files }: LinkedApplication, component: Component): boolean {
  return build?.component === component || files.some((file) => file.component === component);
}
