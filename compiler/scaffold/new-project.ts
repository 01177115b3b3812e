import type { SourceFile } from '../text/span.ts';
import { buildSpec } from './build-spec.ts';
import { environmentsSpec } from './environments-spec.ts';
import { forgeSettings } from './forge-settings.ts';
import { dockerIgnore, imageDockerfile, type WrittenImage } from './image-dockerfile.ts';
import { jenkinsSpec } from './jenkins-spec.ts';
import { jobsSpec } from './jobs-spec.ts';
import type { NewProject } from './project-parts.ts';
import { scalar } from './spec-text.ts';

/**
 * Returns the specs of a project that compiles at once, and a Dockerfile for each image that has none: components, images, a
 * development and a manual production environment. Comments say where each value is from; what only a person knows is
 * marked `TODO`. With jobs, there are some of the project's own.
 */
export function newProject(project: NewProject, withJobs = false): readonly SourceFile[] {
  const forge = project.git.todo === undefined ? forgeSettings(project.git.value) : undefined;
  return [
    { name: 'build.bitesize', text: buildSpec(project, forge) },
    { name: 'application.bitesize', text: applicationSpec(project) },
    { name: 'environments.bitesize', text: environmentsSpec(project) },
    { name: 'jenkins.bitesize', text: jenkinsSpec(project, forge) },
    ...(withJobs ? [{ name: 'jobs.bitesize', text: jobsSpec(project, forge) }] : []),
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
