import { FOLDER_ROOT } from '../../jenkins/items/xml-job.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { splitViews } from '../import/sources/split-views.ts';
import { xmlText } from '../import/xml-text.ts';
import type { ServerReading } from '../jenkins-server/open-server.ts';
import type { ServerFacts } from '../jenkins-server/server-facts.ts';
import type { LiveKind } from './live-plan.ts';
import { configTree, rootNameOf } from './same.ts';
import { itemKey } from './wanted.ts';

/** A job, folder or view that a server has. */
export interface LiveItem {
  readonly kind: LiveKind;
  /** The full name, with `/`. */
  readonly name: string;
  /** Its configuration as Jenkins prints it; of a view in a folder, as it stands in that of the folder. */
  readonly xml: string;
  /** The name of its root element. */
  readonly root: string;
  /** Whether it has the marker of something else, which a person copied; undefined as long as nobody has looked. */
  readonly isCopy?: boolean;
}

/** All that a server has, as far as it may be seen. */
export interface LiveState {
  /** The address, with no slash at its end. */
  readonly url: string;
  readonly user: string | undefined;
  /** By `itemKey`, folders before what they hold. */
  readonly items: ReadonlyMap<string, LiveItem>;
  readonly facts: ServerFacts;
  /** Whether the user sees everything: what Overall/Administer alone may see was seen. */
  readonly seesAll: boolean;
}

/**
 * Returns all that a server has. What cannot be read goes to `report`, and is left out: after an error of it the state is
 * not whole.
 */
export async function readLiveState(
  reading: ServerReading,
  report: (finding: Diagnostic) => void,
  step: () => void = () => undefined,
): Promise<LiveState> {
  const items = new Map<string, LiveItem>();
  const add = (item: LiveItem) => items.set(itemKey(item), item);
  for await (const { name, xml } of reading.items(report)) {
    const root = rootNameOf(xml);
    const isFolder = root === FOLDER_ROOT;
    add({ kind: isFolder ? 'folder' : 'job', name, xml, root });
    if (isFolder) for (const view of viewsIn(name, xml)) add(view);
    step();
  }
  for (const { name, xml } of reading.facts.views) add({ kind: 'view', name, xml, root: rootNameOf(xml) });
  const { facts, url, user } = reading;
  return { url, user, items, facts, seesAll: facts.plugins !== undefined };
}

/** A name goes into the paths of requests. */
const VIEW_NAME = /^(?!\.{1,2}$)[^/\\\u0000-\u001f\u007f]{1,255}$/;

function viewsIn(folder: string, xml: string): readonly LiveItem[] {
  const tree = configTree(xml);
  if (tree === undefined) return [];
  const named = splitViews(tree).views.filter(({ name }) => VIEW_NAME.test(name));
  return named.map(({ name, root }) => ({
    kind: 'view',
    name: `${folder}/${name}`,
    xml: xmlText(root),
    root: root.name,
  }));
}
