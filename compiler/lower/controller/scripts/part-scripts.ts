import type { Hosting } from '../../../link/hosting.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';
import {
  agentCloud,
  buildUser,
  hostedAgentLabels,
  seedJobOf,
  seedsFolder,
  seedUser,
} from '../../hosted-names.ts';
import type { ControllerScope } from '../controller-scope.ts';
import type { ControllerUrl } from '../controller-url.ts';
import { lowerCredentials } from '../credentials.ts';
import { ownerGrants, permissionNeeds, projectGrants } from '../permissions.ts';
import { genericLabel, seedJobScript } from './lower-job-scripts.ts';
import { agentsScript, credentialsScript } from './lower-system-scripts.ts';

/**
 * Returns the scripts that set up a project on a shared controller, in the order in which Jenkins runs them: its folder,
 * credentials, agents and seed job, and what opens the folder if all of them ran. They only touch what is the project's.
 */
export function partScripts(
  scope: ControllerScope,
  url: ControllerUrl,
  hosting: Hosting,
): readonly InitScript[] {
  const { folder, slug, settings: controller } = hosting;
  const origin = fromSeveral([hosting.controller.origin, folder.origin]);
  const prefix = `80-${slug.value}.`;
  const part = { part: folder };
  const cloud = agentCloud(scope.project);
  const label = hostedAgentLabels(seedsFolder, genericLabel({ settings: controller }));
  const credentials = lowerCredentials(scope);
  const made: readonly InitScript[] = [
    {
      kind: 'project-folder',
      name: `${prefix}10-folder`,
      purpose: 'Makes the folder of the project, which may use its own agents alone.',
      origin,
      needs: folderNeeds(origin),
      folder,
      cloud,
      ...(scope.settings.realm.type.value === 'own' ? { account: buildUser(hosting) } : {}),
      ...part,
    },
    {
      ...credentialsScript(scope, credentials),
      name: `${prefix}30-credentials`,
      purpose: 'Adds the credentials to the store of the folder, or brings them up to date.',
      folder,
      ...part,
    },
    {
      ...agentsScript(scope, url),
      name: `${prefix}40-agents`,
      purpose: 'Starts agents as pods, for the jobs of the folder alone.',
      ...part,
    },
    seedJobScript(scope, label, [], {
      name: `${prefix}60-seed-job`,
      purpose: 'Makes the seed job of the project, or brings it up to date.',
      job: slug,
      folder: seedsFolder,
      ...part,
    }),
  ];
  const grants = [
    ...ownerGrants(scope.settings.owners, scope),
    ...projectGrants(seedUser(hosting), buildUser(hosting)),
  ];
  return [
    ...made,
    {
      kind: 'project-rights',
      name: `${prefix}90-rights`,
      purpose:
        'Opens the folder to its owners, its seed job and its builds, if all scripts of the project ran.',
      origin,
      needs: [
        ...folderNeeds(origin),
        { id: 'matrix-auth', reason: 'decides permissions by users and groups', origin },
        ...permissionNeeds(grants),
      ],
      folder,
      grants,
      scripts: made.map(({ name }) => name),
      seedJob: seedJobOf(hosting),
      ...part,
    },
  ];
}

function folderNeeds(origin: Origin): InitScript['needs'] {
  return [
    { id: 'cloudbees-folder', reason: 'keeps each project in a folder of its own', origin },
    { id: 'kubernetes', reason: 'starts agents as pods', origin },
  ];
}
