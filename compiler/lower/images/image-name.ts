import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import { fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { isImagePath } from '../../util/image-reference.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';

/** Reports a project or application whose name cannot be part of the name of an image. */
export function checkImageName(
  parts: readonly Sourced<string>[],
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const part of parts) {
    if (isImagePath(part.value)) continue;
    const help = 'use lower-case letters and digits, with single `.`, `_` or `-` between them';
    report(diagnose('image/name', { name: part.value }, spanOf(part.origin), { help }));
  }
}

/**
 * Returns whether the deploy jobs of a project are given digests beside versions: an image that is built from a
 * repository is known by its digest.
 */
export function deploysByDigest({ applications }: Pick<Project, 'applications'>): boolean {
  return applications.some(({ build }) => build !== undefined);
}

/** The names of an application's image, without tag. */
export interface ImageName {
  /** What the image job pushes to. */
  readonly push: Sourced<string>;
  /** What Kubernetes pulls. */
  readonly pull: Sourced<string>;
}

/**
 * Returns where the image of an application is pushed to and pulled from: `<registry>/<project>/<application>`. The
 * one rule for the image job and for Deployments: the plugin had two, and pushed to one registry what it pulled from
 * another (B14). Registries differ only where `registry.pull` says so.
 */
export function imageName(
  project: Pick<Project, 'name' | 'settings'>,
  application: Sourced<string>,
): ImageName {
  const { registry } = project.settings;
  return {
    push: named(registry.push, project.name, application),
    pull: named(registry.pull ?? registry.push, project.name, application),
  };
}

function named(
  registry: Sourced<string>,
  project: Sourced<string>,
  application: Sourced<string>,
): Sourced<string> {
  const host = withoutSlashesAtEnd(registry.value);
  const path = `${project.value}/${application.value}`;
  return sourced(
    host === '' ? path : `${host}/${path}`,
    fromSeveral([application.origin, project.origin, registry.origin]),
  );
}
