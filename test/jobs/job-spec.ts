import { printYaml } from '../../compiler/print/yaml.ts';
import type { JsonValue } from '../../schema/schema-node.ts';

/** A job, folder or view as data. */
export interface JobData {
  readonly [field: string]: JsonValue;
}

/** What the texts of generated jobs name; a spec with them declares it. */
export const declared = {
  credentials: 'login',
  label: 'linux',
  jobs: ['other', 'another'],
} as const;

/** The files beside the spec that generated jobs name: the examples of their fields. */
export const jobFiles: ReadonlyMap<string, string> = new Map([
  ['pipelines/release.groovy', "node { sh 'make' }\n"],
  ['pipelines/web.groovy', "node { checkout scm; sh 'make' }\n"],
  ['jobs/legacy.xml', '<project>\n  <disabled>true</disabled>\n</project>\n'],
]);

/** Returns the text of jobs.bitesize with these jobs, and all that they name. */
export function jobSpec(...jobs: readonly JobData[]): string {
  const others = declared.jobs.map((name) => ({ name, kind: 'freestyle' }));
  const external = { credentials: [declared.credentials], labels: [declared.label] };
  return printYaml({ project: 'shop', external, jobs: [...jobs, ...others] }).text;
}

/** Whether a value is an object. */
export function isData(value: JsonValue | undefined): value is JobData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
