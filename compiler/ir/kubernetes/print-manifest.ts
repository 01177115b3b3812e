import { printYaml } from '../../print/yaml.ts';
import { shiftMarks, TracedText } from '../../text/traced-text.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import { versionPlaceholder } from './version-placeholder.ts';

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

function print(object: KubernetesObject): TracedText {
  const head = object.comments.map((line) => `# ${line}\n`).join('');
  const { text, marks } = printYaml(object.manifest);
  const quoted = text.includes(versionPlaceholder)
    ? text.replace(lonePlaceholder, `$1'${versionPlaceholder}'`)
    : text;
  return new TracedText(head + quoted, [
    { first: 0, last: lineCount(head + text) - 1, origin: object.origin },
    ...shiftMarks(marks, object.comments.length),
  ]);
}

const lonePlaceholder = new RegExp(`^( *[^\\s:]+: )${versionPlaceholder}$`, 'gm');

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}
