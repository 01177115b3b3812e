import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FleetProject, fleetProject } from '../fleet-project.ts';
import { seed } from '../write-fleet.ts';

/** Writes the specs of projects that are all on one Jenkins, each project into a folder of its name below `folder`. */
export function writeLiveFleet(folder: string, projects: number): void {
  for (let index = 0; index < projects; index++) {
    const project = fleetProject(index, seed);
    const target = join(folder, project.name);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'jobs.bitesize'), liveSpecs(project));
  }
}

/** Returns jobs.bitesize of a project: eight jobs in a folder of its own, of things that Job Builder has, too. */
export function liveSpecs(project: FleetProject): string {
  return `project: ${project.name}
external: {labels: [linux], credentials: [fleet-login]}
jobs:
${['api', 'client', 'docs', 'import', 'report'].map((part) => freestyle(project, part)).join('')}\
${['check', 'release', 'clean'].map((part) => pipeline(project, part)).join('')}`;
}

function freestyle({ name, version, commands }: FleetProject, part: string): string {
  return `  - name: ${name}/${part}
    kind: freestyle
    description: Builds ${part} of ${name}.
    label: linux
    triggers: [{pollscm: H/5 * * * *}, {timed: H 3 * * *}]
    parameters: [{string: {name: VERSION, default: "${version}", description: The version to build.}}]
    scm: [{git: {url: "git@git.example.com:fleet/${name}-${part}.git", credentials: fleet-login, branches: [main]}}]
    builders:
      - shell: |
          make ${part} VERSION="$VERSION"
${commands.map((command) => `          ${command}\n`).join('')}\
    publishers: [{archive: {artifacts: "dist/*.deb", fingerprint: true}}]
`;
}

function pipeline({ name, runtime, replicas }: FleetProject, part: string): string {
  return `  - name: ${name}/${part}
    kind: pipeline
    description: Runs ${part} of ${name}.
    parameters: [{string: {name: TARGET, default: development, description: Where to.}}]
    script: |
      node('linux') {
        stage('Checkout') {
          git url: 'git@git.example.com:fleet/${name}.git', branch: 'main'
        }
        stage('${part}') {
          docker.image('${runtime}').inside {
            sh 'make ${part} REPLICAS=${replicas} TARGET="$TARGET"'
          }
        }
      }
`;
}
