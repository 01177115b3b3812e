import type { SourceFile } from '../text/span.ts';
import { buildSpec } from './build-spec.ts';
import { environmentsSpec } from './environments-spec.ts';
import { forgeSettings } from './forge-settings.ts';
import type { ThirdParty, Variable } from './hints/compose.ts';
import { dockerIgnore, imageDockerfile, type WrittenImage } from './image-dockerfile.ts';
import { jenkinsSpec } from './jenkins-spec.ts';
import type { Found } from './source-folder.ts';
import { type Answer, scalar } from './spec-text.ts';
import type { Part } from './survey.ts';

/** What a new project is made of. */
export interface NewProject {
  /** Name of the project. */
  readonly name: string;
  /** Git URL of the source. */
  readonly git: Answer;
  readonly branch: Answer;
  /** Registry that images are pushed to. */
  readonly registry: Answer;
  /** Host name that the first service answers at. */
  readonly host: Answer;
  readonly components: readonly NewComponent[];
  readonly thirdParties: readonly ThirdParty[];
  /** What was seen and has no place in the specs, a line each. */
  readonly notes: readonly string[];
}

/** A component of a new project, and the images that are built of its repository. */
export interface NewComponent {
  readonly name: string;
  /** The file that it was found by; empty for one that nobody has seen. */
  readonly from: string;
  /** What tests it; absent where nothing is known of its program. */
  readonly code?: NonNullable<Part['code']>;
  /** Where its commands run, from the top of the repository. */
  readonly folder: string;
  /** Pattern of its files, where the repository has other components, too. */
  readonly paths?: string;
  readonly images: readonly NewImage[];
}

/** An image of a new project: an application, and what runs it. */
export interface NewImage {
  readonly name: string;
  /** Folder of the repository that it is built from. */
  readonly context: string;
  /** Path of its Dockerfile, relative to `context`. */
  readonly dockerfile: string;
  /** The Dockerfile, where the repository has none. */
  readonly written?: WrittenImage;
  readonly services: readonly NewService[];
}

/** A service of a new project. */
export interface NewService {
  readonly name: string;
  /** The port that it listens on; absent for what listens nowhere. */
  readonly port?: Answer;
  readonly command?: readonly string[];
  readonly variables: Found<readonly Variable[]>;
}

/**
 * Returns the specs of a project that compiles at once, and a Dockerfile for each image that has none: components, images, a
 * development and a manual production environment. Comments say where each value is from; what only a person knows is
 * marked `TODO`.
 */
export function newProject(project: NewProject): readonly SourceFile[] {
  const forge = project.git.todo === undefined ? forgeSettings(project.git.value) : undefined;
  return [
    { name: 'build.bitesize', text: buildSpec(project, forge) },
    { name: 'application.bitesize', text: applicationSpec(project) },
    { name: 'environments.bitesize', text: environmentsSpec(project) },
    { name: 'jenkins.bitesize', text: jenkinsSpec(project, forge) },
    ...project.components.flatMap(({ images }) =>
      images.flatMap(({ written }) => (written ? filesOf(written) : [])),
    ),
  ];
}

function applicationSpec({ name, components }: NewProject): string {
  const images = components.flatMap((component) =>
    component.images.map((image) => ({ image, component: component.name })),
  );
  const one = ({ image, component }: (typeof images)[number]) => {
    const { context, dockerfile, written } = image;
    const todo =
      written === undefined || written.start !== undefined
        ? ''
        : ` # TODO: what the container runs is missing in ${written.file}`;
    return [
      `  - name: ${scalar(image.name)}\n    build:\n`,
      component === image.name ? '' : `      component: ${scalar(component)}\n`,
      `      context: ${scalar(context)}${dockerfile === 'Dockerfile' ? todo : ''}\n`,
      dockerfile === 'Dockerfile' ? '' : `      dockerfile: ${scalar(dockerfile)}${todo}\n`,
    ].join('');
  };
  return `# The container images, built with the Dockerfiles of the repository at the commit whose tests passed.
project: ${scalar(name)}
applications:
${images.map(one).join('\n')}`;
}

function filesOf(image: WrittenImage): readonly SourceFile[] {
  const ignore = { name: `${image.file}.dockerignore`, text: dockerIgnore(image.recipe) };
  return [{ name: image.file, text: imageDockerfile(image) }, ...(image.hasIgnore ? [] : [ignore])];
}
