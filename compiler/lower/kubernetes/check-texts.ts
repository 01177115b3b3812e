import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { type Origin, spanOf } from '../../text/origin.ts';
import { Sourced } from '../../text/sourced.ts';
import { type Traceable, TracedText } from '../../text/traced-text.ts';

/**
 * What `kubectl apply -k` loses: kustomize prints every object again. It takes U+0085 for the end of a line, and the
 * others for mistakes.
 */
const LOST = /[\u007f-\u009f\ufffe\uffff]/;

/** Why kustomize loses a text: words that follow its name, and what to do. */
interface Loss {
  readonly problem: string;
  readonly help: string;
}

/** Returns why a text of an object is not the same after kustomize has printed it, or undefined when it is. */
export function lossOf(text: string, isAnnotation: boolean): Loss | undefined {
  const lost = LOST.exec(text)?.[0];
  if (lost !== undefined) {
    const code = lost.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return { problem: `has the character U+${code}`, help: 'remove it; it cannot be seen' };
  }
  if (!isAnnotation || !text.startsWith('\t') || !text.includes('\n')) return undefined;
  return {
    problem: 'begins with a tab and has several lines',
    help: 'begin it with a line break, or indent it with spaces',
  };
}

/** Reports texts of objects that kustomize would change, or at which it would stop for the whole folder. */
export function checkTexts(
  objects: readonly KubernetesObject[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const reported = new Set<string>();
  for (const { manifest, origin } of objects) {
    if (!mayBeLost(manifest)) continue;
    for (const { field, problem, help, at } of lostTexts(manifest, '', origin)) {
      const span = spanOf(at);
      const key = `${span?.file.name} ${span?.start} ${problem}`;
      if (reported.has(key)) continue;
      reported.add(key);
      report(diagnose('kubernetes/lost-text', { field, problem }, span, { help }));
    }
  }
}

interface LostText extends Loss {
  /** Its path in the manifest. */
  readonly field: string;
  readonly at: Origin;
}

/** Looks at every text once, and at no path: nearly all objects are fine. */
function mayBeLost(tree: Traceable | undefined): boolean {
  if (typeof tree === 'string') return MAY_BE_LOST.test(tree);
  if (typeof tree !== 'object' || tree === null) return false;
  if (tree instanceof Sourced) return mayBeLost(tree.value);
  if (tree instanceof TracedText) return MAY_BE_LOST.test(tree.text);
  if (isList(tree)) return tree.some(mayBeLost);
  for (const key in tree) if (MAY_BE_LOST.test(key) || mayBeLost(tree[key])) return true;
  return false;
}

const MAY_BE_LOST = /^\t|[\u007f-\u009f\ufffe\uffff]/;

function isList(tree: Traceable): tree is readonly Traceable[] {
  return Array.isArray(tree);
}

function* lostTexts(tree: Traceable, field: string, at: Origin): Generator<LostText> {
  if (tree instanceof Sourced) yield* lostTexts(tree.value, field, tree.origin);
  else if (tree instanceof TracedText) yield* lostText(tree.text, field, at);
  else if (typeof tree === 'string') yield* lostText(tree, field, at);
  else if (typeof tree === 'object' && tree !== null) {
    const isItem = isList(tree);
    for (const [key, value] of Object.entries(tree)) {
      if (value === undefined) continue;
      const path = isItem ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
      if (!isItem) yield* lostText(key, path, at);
      yield* lostTexts(value, path, at);
    }
  }
}

function* lostText(text: string, field: string, at: Origin): Generator<LostText> {
  const loss = lossOf(text, field.startsWith('metadata.annotations.'));
  if (loss !== undefined) yield { field, ...loss, at };
}
