import { itemPath } from '../../jenkins-server/server-address.ts';
import type { PlanStep } from '../live-plan.ts';
import { folderOf, leafOf, pathOf, withoutPlainSecrets } from './live-config.ts';
import { halfMoved } from './step-state.ts';

/** Returns the requests that a step takes when nothing of it was done, one line each; what is read beside them is left out. */
export function plannedRequests(step: PlanStep): readonly string[] {
  const { kind, name } = step;
  const path = pathOf(kind, name);
  const sent = 'after' in step ? ` (${new TextEncoder().encode(step.after.xml).length} bytes)` : '';
  const folder = itemPath(folderOf(name));
  const leaf = encodeURIComponent(leafOf(name));
  const upload = `POST ${path}/config.xml${sent}`;
  switch (step.action) {
    case 'create':
    case 'replace': {
      const gone = step.action === 'replace' ? [`POST ${path}/doDelete`] : [];
      if (kind === 'view') return [...gone, `POST ${folder}/createView?name=${leaf}${sent}`];
      const more = withoutPlainSecrets(step.after.xml) === undefined ? [] : [upload];
      return [...gone, `POST ${folder}/createItem?name=${leaf}${sent}`, ...more];
    }
    case 'update':
      return [upload];
    case 'move': {
      const { from } = step;
      const [renamed] = halfMoved(step);
      const rename = `POST ${itemPath(from)}/confirmRename?newName=${leaf}`;
      const destination = encodeURIComponent(`/${folderOf(name)}`);
      if (folderOf(from) === folderOf(name)) return [rename];
      const move = `POST ${itemPath(renamed ?? from)}/move/move?destination=${destination}`;
      return renamed === undefined ? [move] : [rename, move];
    }
    case 'disable':
      return [`POST ${path}/disable`];
    case 'delete':
      return [`POST ${path}/doDelete`];
  }
}
