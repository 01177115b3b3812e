import { lowerImages } from '../../../../compiler/lower/images/lower-image.ts';
import type { ApplicationImage } from '../../../../compiler/model/images/application-image.ts';
import { printDockerfile } from '../../../../compiler/model/images/dockerfile.ts';
import { analyse } from '../../../../compiler/pipeline.ts';

/** What the applications of some specs became. */
export interface LoweredImages {
  readonly images: readonly ApplicationImage[];
  readonly codes: readonly string[];
}

/** Returns what the applications of the given spec texts become. */
export function lowerSpecs(specs: Readonly<Record<string, string>>): LoweredImages {
  const sources = Object.entries(specs).map(([kind, text]) => ({ name: `${kind}.bitesize`, text }));
  const { project, diagnostics } = analyse(sources);
  const lowered = lowerImages(project);
  return {
    images: lowered.value,
    codes: [...diagnostics, ...lowered.diagnostics].map(({ code }) => code),
  };
}

/** Returns the image of one application `web` with these further fields (YAML in braces), and settings. */
export function imageOf(fields: string, jenkins = ''): LoweredImages {
  const version = /\bversion:/.test(fields.replace(/dependencies:.*/s, '')) ? '' : 'version: 1.0, ';
  return lowerSpecs({
    application: `project: shop\napplications:\n  - {name: web, runtime: "base:1", ${version}${fields}}\n`,
    ...(jenkins === '' ? {} : { jenkins: `project: shop\njenkins:\n${jenkins}` }),
    build: 'project: shop\ncomponents: [{name: web, repository: {git: "git@git.example.com:a/b.git"}}]\n',
  });
}

/** Returns the Dockerfile of the only image. */
export function dockerfileOf(fields: string, jenkins = ''): string {
  const [image] = imageOf(fields, jenkins).images;
  if (image?.dockerfile === undefined) throw new Error('no image');
  return printDockerfile(image.dockerfile).text;
}
