import { compile } from '../../../compiler/compile.ts';
import type { FleetProject } from '../fleet-project.ts';
import { fleetSpecs } from '../fleet-specs.ts';

const pathOfJob = /^jenkins\/jobs\/([^/]+)\/config\.xml$/;

/** Returns the config.xml that bitesize makes for each job of a project, by the name of the job. */
export function compiledJobs(project: FleetProject): ReadonlyMap<string, string> {
  const sources = Object.entries(fleetSpecs(project)).map(([name, text]) => ({ name, text }));
  const { artifacts, diagnostics } = compile(sources, { emit: ['config-xml'] });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`the specs of the bench have an error: ${error.message}`);
  return new Map(
    artifacts.flatMap(({ path, content }) => {
      const name = pathOfJob.exec(path)?.[1];
      return name === undefined ? [] : [[name, content.text] as const];
    }),
  );
}
