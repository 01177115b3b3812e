import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { fleetProject, jobsPerProject } from '../fleet-project.ts';
import { compiledJobs } from './compiled-jobs.ts';
import { inputStyles } from './job-builder-input.ts';
import { printInput } from './print-input.ts';
import { readJob } from './read-job.ts';
import { variables } from './stand-in.ts';
import { mapTexts, type Yaml } from './yaml.ts';

/* Job Builder itself is asked in the bench; here is what needs only Node. */
const styles = inputStyles();
const indices = [0, 1, 2, 3, 41, 1079];

describe.each(indices)('project %i', (index) => {
  const project = fleetProject(index, 7);
  const ours = byName(
    [...compiledJobs(project)].map(([name, xml]) => ({ name: `${project.name}/${name}`, ...readJob(xml) })),
  );

  test('has all kinds of jobs', () => expect(ours.size).toBe(jobsPerProject));

  test('is the same when every job is spelt out', () => {
    const jobs = styles['spelt out'].project(project).map((entry) => format(field(entry, 'job'), {}));
    expect(byName(jobs)).toEqual(ours);
  });

  test('is the same from templates', () => {
    const templates = styles.templates.common().map((entry) => field(entry, 'job-template'));
    const jobs = templates.map((template) => format(template, variables(project)));
    expect(byName(jobs)).toEqual(ours);
  });

  test('names every template', () => {
    const [entry] = styles.templates.project(project);
    const names = styles.templates.common().map((each) => field(field(each, 'job-template'), 'name'));
    expect(field(field(entry, 'project'), 'jobs')).toEqual(names);
  });

  test('survives YAML', () => {
    for (const style of Object.values(styles)) {
      for (const entries of [style.common(), style.project(project)]) {
        expect(load(printInput(entries))).toEqual(entries);
      }
    }
  });
});

test('refuses what it cannot say to Job Builder', () => {
  const xml = '<project><builders><hudson.tasks.Ant/></builders></project>';
  expect(() => readJob(xml)).toThrow('the bench cannot say `hudson.tasks.Ant` of `builders` to Job Builder');
});

/** The order of jobs differs: it follows their names, and those of a template are other ones. */
function byName(jobs: readonly Yaml[]): ReadonlyMap<unknown, Yaml> {
  return new Map(jobs.map((job) => [field(job, 'name'), job]));
}

function field(entry: Yaml | undefined, key: string): Yaml {
  const found = Object.entries(entry ?? {}).find(([name]) => name === key);
  if (found === undefined) throw new Error(`there is no ${key}`);
  return found[1];
}

/** Returns the value with the variables of each text filled in, in the manner of Python's `str.format`. */
function format(value: Yaml, values: Readonly<Record<string, string>>): Yaml {
  return mapTexts(value, (text) =>
    text.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, variable?: string) =>
      variable === undefined ? found.charAt(0) : (values[variable] ?? found),
    ),
  );
}
