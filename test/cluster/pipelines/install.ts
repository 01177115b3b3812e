import { untilMayDo } from '../api/access.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ensureKind } from '../api/objects.ts';
import { applyController, everyManifest } from '../apply/apply-project.ts';
import { deployAccount } from '../project/accounts.ts';
import type { CompiledProject } from '../project/compile-project.ts';

/**
 * Makes what has to be there before jobs run: the kinds that operators define, and the Jenkins of the project with its
 * roles, which it waits for. Throws when the server refuses an object.
 */
export async function installController(client: ApiClient, project: CompiledProject): Promise<void> {
  for (const manifest of everyManifest(project)) await ensureKind(client, manifest);
  const refused = await applyController(client, project);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  const user = deployAccount(project);
  for (const { namespace } of project.environments)
    await untilMayDo(client, user, { verb: 'list', resource: 'pods', namespace });
}
