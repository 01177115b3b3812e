import type { FleetProject } from './fleet-project.ts';
import { fleetSpecs } from './fleet-specs.ts';

/** Eight jobs that a project has beside those of every project of the fleet. */
export type MoreJobs = 'derived' | 'own';

/** Returns the specs of a project with eight more jobs: made of components, or written down in jobs.bitesize. */
export function specsWithMoreJobs(
  project: FleetProject,
  more: MoreJobs | undefined,
): Readonly<Record<string, string>> {
  const specs = fleetSpecs(project);
  if (more === undefined) return specs;
  if (more === 'own') return { ...specs, 'jobs.bitesize': ownJobs(project) };
  return { ...specs, 'build.bitesize': `${specs['build.bitesize']}${components(project)}` };
}

function components({ name, version, packages }: FleetProject): string {
  const names = ['cli', 'docs', 'schema', 'worker', 'report', 'import', 'export', 'monitor'];
  return names
    .map(
      (part) => `
  - name: ${name}-${part}
    repository:
      git: https://git.example.com/fleet/${name}-${part}.git
      branch: main
    dependencies:
${packages.map((item) => `      - type: debian-package\n        package: ${item}\n`).join('')}\
    env:
      - name: PART
        value: ${part}
    build:
      - shell: make test
      - shell: make package VERSION=${version}
    artifacts:
      - location: "*.deb"
`,
    )
    .join('');
}

function ownJobs({ name, version }: FleetProject): string {
  const git = `https://git.example.com/fleet/${name}.git`;
  return `project: ${name}
external: {credentials: [fleet-login]}
jobs:
  - name: nightly
    kind: freestyle
    triggers: [{timed: "H 3 * * *"}]
    properties: [{build-discarder: {num_to_keep: 20}}]
    scm: [{git: {url: ${git}, branches: [main]}}]
    wrappers: [timestamps, {timeout: 30}]
    builders: [{shell: make test}, {shell: make report VERSION=${version}}]
    publishers: [{junit: "**/TEST-*.xml"}, {archive: "report/*"}]
  - name: maintenance/clean
    kind: freestyle
    parameters: [{string: {name: DAYS, default: "30"}}, {bool: {name: DRY_RUN, default: true}}]
    wrappers: [timestamps, workspace-cleanup]
    builders: [{shell: ./clean.sh "$DAYS" "$DRY_RUN"}]
    publishers: [{email-ext: {recipients: ${name}@example.com}}]
  - name: maintenance/copy
    kind: freestyle
    triggers: [{upstream: {jobs: [nightly]}}]
    builders: [{copy-artifacts: {project: nightly, filter: "report/*"}}, {shell: ./publish.sh report}]
  - name: checks
    kind: pipeline
    triggers: [{timed: "H 5 * * 1"}]
    script: |
      node {
        checkout scm
        sh 'make check'
      }
  - name: release
    kind: pipeline
    parameters: [{choice: {name: PART, choices: [major, minor, patch]}}]
    scm: [{git: ${git}}]
    script_path: ci/release.groovy
  - name: branches
    kind: multibranch
    sources: [{git: {url: ${git}, credentials: fleet-login}}]
  - name: compatibility
    kind: matrix
    axes: [{user-defined: {name: POSTGRES, values: ["14", "15", "16"]}}]
    scm: [{git: ${git}}]
    builders: [{shell: make test POSTGRES=$POSTGRES}]
  - name: everything
    kind: multijob
    builders: [{multijob: {name: Tests, projects: [nightly, compatibility]}}]
`;
}
