import { forgeOfHost, forgePlace, ownedRepository, publicHosts } from '../util/forge-place.ts';
import type { ForgeSettings } from './forge-settings.ts';
import type { NewProject } from './project-parts.ts';
import { inline, scalar } from './spec-text.ts';

/** Returns jobs.bitesize: what the project may want beside the jobs that its other specs become. */
export function jobsSpec(project: NewProject, forge: ForgeSettings | undefined): string {
  const components = project.components.map(({ name }) => name);
  return `# Jobs beside those that the other specs become; \`bitesize explain guides/jobs-of-your-own\` tells what there is.
project: ${scalar(project.name)}
defaults:
  # What a job of a kind does not say itself. A field that it says counts as a whole.
  freestyle:
    wrappers: [timestamps]
jobs:
  # Builds everything once a night, whether somebody pushed or not. The folder is made of the name.
  - name: nightly/all
    kind: freestyle
    triggers:
      # H is a minute that Jenkins chooses: not all jobs start at once.
      - timed: H 3 * * *
    publishers:
      # Names of jobs are those of components, and of entries here.
      - trigger: ${inline(components)}

  # Asks for a value before it starts.
  - name: maintenance/show-versions
    kind: pipeline
    description: Prints what it was asked for. A place for what people do by hand now.
    parameters:
      - string: {name: ENVIRONMENT, default: development, description: Where to look.}
    script: |
      echo "Looking at \${params.ENVIRONMENT}"
${branches(project, forge)}`;
}

function branches({ name, git }: NewProject, forge: ForgeSettings | undefined): string {
  const source = forge === undefined ? undefined : sourceOf(git.value, forge);
  if (source === undefined) return '';
  return `
  # A job for each branch and pull request that has a Jenkinsfile; it finds nothing before one has.
  - name: branches/${scalar(name)}
    kind: multibranch
    sources:
      - ${source}
    triggers:
      - periodic: 1d
`;
}

/** A server of GitLab has the name of its entry in `forges`; other servers of one's own have settings that only a person knows. */
function sourceOf(git: string, { credential, server }: ForgeSettings): string | undefined {
  const place = forgePlace(git);
  const kind = place && forgeOfHost(place.host);
  if (place === undefined || kind === undefined || kind === 'gerrit') return undefined;
  if (kind !== 'gitlab' && publicHosts[kind] !== place.host) return undefined;
  const owned = ownedRepository(kind, place);
  if (owned === undefined) return undefined;
  const { owner, name } = owned;
  return kind === 'gitlab'
    ? `gitlab: {server: ${server?.type ?? kind}, project: ${scalar(`${owner}/${name}`)}, credentials: ${credential}}`
    : `${kind}: {repo_owner: ${scalar(owner)}, repo: ${scalar(name)}, credentials: ${credential}}`;
}
