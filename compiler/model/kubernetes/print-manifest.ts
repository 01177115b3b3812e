import { commentLines, printYaml } from '../../print/yaml.ts';

import { TracedText } from '../../text/traced-text.ts';
import { type KubernetesObject, versionPlaceholder } from './kubernetes-object.ts';

/**
 * Returns an object as one YAML document with its comment on top: what its file holds, and what the deploy job
 * applies. A placeholder that stands alone is quoted, so that a version such as `1.10` or `true` filled in there
 * stays text.
 */
export function printManifest(object: KubernetesObject): TracedText {
  const known = printedObjects.get(object);
  if (known !== undefined) return known;
  const printed = print(object);
  printedObjects.set(object, printed);
  return printed;
}

/** An object is printed for its file and for the jobs that apply it. */
const printedObjects = new WeakMap<KubernetesObject, TracedText>();

function print({ comments, manifest, origin }: KubernetesObject): TracedText {
  const head = commentLines(comments);
  const printed = printYaml(manifest, { head, origin });
  if (!printed.text.includes(versionPlaceholder)) return printed;
  return new TracedText(printed.text.replace(lonePlaceholder, `$1'${versionPlaceholder}'`), printed.marks);
}

const lonePlaceholder = new RegExp(`^( *[^\\s:]+: )${versionPlaceholder}$`, 'gm');
