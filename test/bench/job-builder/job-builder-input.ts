import type { FleetProject } from '../fleet-project.ts';
import { compiledJobs } from './compiled-jobs.ts';
import { readJob } from './read-job.ts';
import { standIn, variables } from './stand-in.ts';
import { mapTexts, type Yaml } from './yaml.ts';

/**
 * A way to write the input of Job Builder. Jobs of a project go to a folder of its name: Job Builder fills one Jenkins,
 * where bitesize makes one for each project.
 */
export interface InputStyle {
  /** What stands once for the whole fleet. */
  readonly common: () => readonly Yaml[];
  readonly project: (project: FleetProject) => readonly Yaml[];
}

/** Returns both styles, made from the jobs of a project that stands in for all. */
export function inputStyles(): Readonly<Record<'templates' | 'spelt out', InputStyle>> {
  const compiled = [...compiledJobs(standIn)].map(
    ([name, configXml]) => [`${standIn.name}/${name}`, readJob(configXml)] as const,
  );
  const jobs = compiled.map(([name, job]) => mapTexts({ name, ...job }, doubleBraces));
  const templates = jobs.map((job) => mapTexts(job, asTemplate));
  const templateNames = compiled.map(([name]) => asTemplate(name));
  return {
    templates: {
      common: () => templates.map((template) => ({ 'job-template': template })),
      project: (project) => [{ project: { ...variables(project), jobs: templateNames } }],
    },
    'spelt out': {
      common: () => [],
      project: (project) => {
        const values = variables(project);
        return jobs.map((job) => ({
          job: mapTexts(job, (text) => replaceStandIn(text, (variable) => values[variable] ?? '')),
        }));
      },
    },
  };
}

/** Job Builder formats every text as Python's `str.format` does, also where there is no variable. */
export function doubleBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

function asTemplate(text: string): string {
  return replaceStandIn(text, (variable) => `{${variable}}`);
}

function replaceStandIn(text: string, replacement: (variable: string) => string): string {
  return Object.entries(variables(standIn)).reduce(
    (result, [variable, value]) => result.replaceAll(value, () => replacement(variable)),
    text,
  );
}
