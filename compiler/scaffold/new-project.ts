import { dump } from 'js-yaml';
import type { SourceFile } from '../text/span.ts';

/** What a new project is made of; the command line has a flag for each. */
export interface NewProject {
  /** Name of the project, its component, application and service. */
  readonly name: string;
  /** Git URL of the source. */
  readonly git: string;
  readonly branch: string;
  /** Base image of the container. */
  readonly runtime: string;
  /** Host name that the service answers at. */
  readonly host: string;
  /** The port that the container listens on. */
  readonly port: number;
}

/**
 * Returns the specs of a project that compiles at once: one component, one application, a development and a manual
 * production environment. Every line is there to be edited; comments say what to change.
 */
export function newProject(project: NewProject): readonly SourceFile[] {
  return [
    { name: 'build.bitesize', text: build(project) },
    { name: 'application.bitesize', text: application(project) },
    { name: 'environments.bitesize', text: environments(project) },
    { name: 'jenkins.bitesize', text: jenkins(project) },
  ];
}

function build({ name, git, branch }: NewProject): string {
  return `# How the components of the project are built: one Jenkins job each.
project: ${scalar(name)}
components:
  - name: ${scalar(name)}
    repository:
      git: ${scalar(git)}
      branch: ${scalar(branch)}
    build:
      # Replace this by what builds a Debian package of your component.
      - shell: make package
    artifacts:
      - location: "*.deb"
`;
}

function application({ name, runtime }: NewProject): string {
  return `# The container images, and the packages that they are made of.
project: ${scalar(name)}
applications:
  - name: ${scalar(name)}
    runtime: ${scalar(runtime)}
    version: "1.0"
    # What the container runs; without it the base image decides.
    command: ${scalar(`/usr/bin/${name}`)}
    dependencies:
      - name: ${scalar(name)}
        type: debian-package
        origin:
          build: ${scalar(name)}
`;
}

function environments({ name, host, port }: NewProject): string {
  return `# What runs where. The order of the environments is the order of promotion.
project: ${scalar(name)}
environments:
  - name: Development
    namespace: ${scalar(`${name}-dev`)}
    services:
      - name: ${scalar(name)}
        external_url: ${scalar(`dev.${host}`)}
        port: ${port}

  - name: Production
    namespace: ${scalar(`${name}-prd`)}
    deployment:
      # Somebody approves before this environment is deployed.
      mode: manual
    services:
      - name: ${scalar(name)}
        external_url: ${scalar(host)}
        port: ${port}
        ssl: true
        replicas: 2
`;
}

function jenkins({ name }: NewProject): string {
  return `# The project's Jenkins. Everything has a default: \`bitesize docs\` lists the fields.
project: ${scalar(name)}
jenkins:
  kubernetes:
    namespace: ${scalar(`${name}-jenkins`)}
`;
}

/** A value as one line of YAML, quoted where it has to be. */
function scalar(text: string): string {
  return dump(text, { lineWidth: -1 }).trimEnd();
}
