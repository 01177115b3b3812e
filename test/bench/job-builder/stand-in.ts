import type { FleetProject } from '../fleet-project.ts';

/** A project whose every value is found nowhere else in the output, so that a template can be made from its jobs. */
export const standIn: FleetProject = {
  name: 'stand-in-project',
  version: '90.917',
  runtime: 'stand-in-runtime:1',
  packages: ['stand-in-package'],
  commands: ['stand-in-command'],
  replicas: 47,
  port: 65017,
  postgres: '90.55',
};

/** Returns the texts in which the jobs of projects differ, by the name of the variable that a template has for each. */
export function variables(project: FleetProject): Readonly<Record<string, string>> {
  return {
    name: project.name,
    identifier: project.name.replaceAll('-', '_'),
    version: project.version,
    runtime: project.runtime,
    // Each stands on a line of its own, indented, in the command that installs them.
    packages: project.packages.toSorted().join(' \\\n    '),
    // Job Builder drops the line end after a text that is one variable.
    commands: project.commands.map((command) => `${command}\n`).join(''),
    // The number alone would be found in other numbers.
    replicas: `replicas: ${project.replicas}`,
    port: String(project.port),
    postgres: project.postgres,
  };
}
