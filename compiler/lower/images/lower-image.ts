import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedApplication, Project } from '../../link/project.ts';
import type { ApplicationImage } from '../../model/images/application-image.ts';
import type { Instruction } from '../../model/images/dockerfile.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import { aptRepository } from './apt-repository.ts';
import { baseImage } from './base-image.ts';
import { checkImageName } from './check-image-name.ts';
import { checkPackages } from './check-packages.ts';
import { entrypoint } from './entrypoint.ts';
import { imageLabels } from './image-labels.ts';
import { imageName } from './image-name.ts';
import { imageVersion } from './image-version.ts';
import { installPackages } from './install-packages.ts';

type Report = (diagnostic: Diagnostic) => void;

/** Returns the image of one application. */
export function lowerImage(
  project: Project,
  application: LinkedApplication,
  report: Report,
): ApplicationImage {
  const { spec } = application;
  const name = imageName(project, spec.name);
  checkImageName([project.name, spec.name], report);
  checkPackages(spec.dependencies, report);
  const base = baseImage(project, application, report);
  const version = imageVersion(application) ?? noVersion(application, report);
  if (version.value !== '' && !tag.test(version.value)) {
    report(
      diagnose('image/version', { version: version.value }, spanOf(version.origin), {
        help: 'use letters, digits, `.`, `_` and `-`, with a letter or digit first',
      }),
    );
  }
  const from: Instruction = { comments: [], lines: [{ text: `FROM ${base.value}` }], origin: base.origin };
  return {
    kind: 'application-image',
    application: spec.name,
    ...name,
    version,
    dockerfile: {
      kind: 'dockerfile',
      instructions: [
        from,
        ...aptRepository(project, application),
        ...installPackages(spec.dependencies),
        imageLabels({ application: spec.name, version, base }),
        ...entrypoint(application, report),
      ],
    },
    origin: spec.$.origin,
  };
}

/** The build number comes behind it, and both together are a label of at most 63 characters. */
const tag = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,46}$/;

function noVersion({ spec }: LinkedApplication, report: Report): Sourced<string> {
  report(
    diagnose('image/no-version', { application: spec.name.value }, spanOf(spec.name.origin), {
      help: 'add `version` to the application, or to its first dependency with `origin.build`',
    }),
  );
  return sourced('', spec.$.origin);
}
