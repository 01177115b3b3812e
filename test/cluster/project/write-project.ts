import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { inject } from 'vitest';

/** The files of a project, by name. */
export type Specs = Readonly<Record<string, string>>;

/** Returns a new folder that is removed when the run ends. */
export function scratchFolder(): string {
  return mkdtempSync(join(inject('cluster').folder, 'scratch-'));
}

/** Returns a new folder with the files of a project. */
export function writeProject(specs: Specs): string {
  const folder = scratchFolder();
  for (const [name, text] of Object.entries(specs)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Returns a project that has a Jenkins: the one in a folder, or else a copy of it with the smallest `jenkins` spec. */
export function withJenkins(folder: string): string {
  if (existsSync(join(folder, 'jenkins.bitesize'))) return folder;
  const { project } = load(readFileSync(join(folder, 'environments.bitesize'), 'utf8')) as {
    readonly project: string;
  };
  const copy = scratchFolder();
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'jenkins.bitesize'), smallestJenkins(project));
  return copy;
}

/** Returns a `jenkins` spec without anything that has a default. */
export function smallestJenkins(project: string): string {
  return [
    `project: ${project}`,
    'jenkins:',
    '  url: https://ci.example.com/',
    '  seed: {mode: image}',
    '  registry: {push: registry.example.com}',
    '  kubernetes: {ingress: {host: ci.example.com}}',
    '',
  ].join('\n');
}
