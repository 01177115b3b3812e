import { canonicalText, orderedCurrent } from '../import/canonical.ts';
import { currentForm } from '../import/current-form.ts';
import { type Tree, treeOf } from '../import/tree.ts';
import { childNamed, field, withChild } from '../import/tree-parts.ts';
import { MASKED_SECRET } from '../jenkins-server/masked-secrets.ts';
import { parseSavedXml } from '../print/parse-xml-fragment.ts';
import { type Marker, markerOf, withoutMarker } from './marker.ts';
import { withoutOwnParts, withoutServerParts } from './server-parts.ts';

/** A configuration of a server beside ours, each in a form in which only what counts differs. */
export interface ComparedConfigs {
  readonly live: Tree;
  readonly own: Tree;
  readonly isSame: boolean;
}

/** Returns the root element of a configuration; undefined for what is no XML as Jenkins saves it. */
export function configTree(xml: string): Tree | undefined {
  const parsed = parseSavedXml(xml);
  return parsed.kind === 'saved' ? treeOf(parsed.root) : undefined;
}

/** The first tag, behind a declaration and comments, each of which ends at its first end. */
const ROOT = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<([\w.$:-]+)/;

/** Returns the name of the root element of a configuration; empty for what is no XML. */
export function rootNameOf(xml: string): string {
  return ROOT.exec(xml)?.[1] ?? '';
}

/** Returns the marker that a configuration has in its description. */
export function markerIn(root: Tree): Marker | undefined {
  return markerOf(childNamed(root, 'description')?.text ?? '');
}

/**
 * Compares what a server has with what the specs make. Equal is what Jenkins reads alike, but for what only the server
 * knows (`server-parts.ts`) and for the marker of the project. A secret that is encrypted, or that is not shown, counts as
 * the one that we have in its place.
 */
export function compareConfigs(liveRoot: Tree, ownRoot: Tree): ComparedConfigs {
  const current = currentForm(unmarked(ownRoot));
  const wanted = withoutOwnParts(current);
  const there = withSecretsOf(withoutServerParts(currentForm(unmarked(liveRoot)), current), wanted);
  return {
    live: orderedCurrent(there),
    own: orderedCurrent(wanted),
    isSame: canonicalText(there) === canonicalText(wanted),
  };
}

/** Returns a configuration that stands alone in the form in which `compareConfigs` gives it. */
export function plainConfig(root: Tree): Tree {
  return orderedCurrent(withoutOwnParts(currentForm(unmarked(root))));
}

/**
 * Returns a text by which one finds out whether somebody has changed a configuration since: that of its canonical form with
 * its marker, and without the views and the notes of builds that an upload leaves alone: a build in between changes nothing.
 * Undefined for what is no XML.
 */
export function configText(xml: string): string | undefined {
  const root = configTree(xml);
  return root === undefined ? undefined : canonicalText(withoutOwnParts(currentForm(root)));
}

function unmarked(root: Tree): Tree {
  const description = childNamed(root, 'description');
  if (description === undefined) return root;
  const text = withoutMarker(description.text);
  return text === description.text ? root : withChild(root, field('description', text));
}

/** What Jenkins prints in the place of a secret (`hudson.util.Secret`, core 2.579). */
export function isHiddenSecret(text: string): boolean {
  return text === MASKED_SECRET || /^\{AQ[\w+/=]+\}$/.test(text);
}

function withSecretsOf(live: Tree, own: Tree): Tree {
  if (live.children.length === 0)
    return isHiddenSecret(live.text) && own.text !== '' ? { ...live, text: own.text } : live;
  const counts = new Map<string, number>();
  const children = live.children.map((child) => {
    let nth = counts.get(child.name) ?? 0;
    counts.set(child.name, nth + 1);
    const other = own.children.find(({ name }) => name === child.name && nth-- === 0);
    return other === undefined ? child : withSecretsOf(child, other);
  });
  return children.every((child, index) => child === live.children[index]) ? live : { ...live, children };
}
