import { jobRoots } from '../../../jenkins/items/xml-job.ts';
import type { Specs } from '../../check/check-spec.ts';
import { type ImportedItem, keptIn } from '../imported.ts';
import type { PlainObject } from '../printers.ts';
import type { Tree } from '../tree.ts';
import { xmlText } from '../xml-text.ts';
import { allowController } from './allow-controller.ts';
import { type HiddenSecret, hideSecrets } from './hide-secrets.ts';

/** A job as the specs can hold it. */
export interface PreparedJob {
  readonly item: ImportedItem;
  readonly hidden: readonly HiddenSecret[];
  /** The job alone, as the rules of check see it. */
  readonly specs: Specs;
}

/**
 * Returns a job without secrets that the schema takes; where it does not take the fields, the job is XML as a whole. A
 * text says why there is none.
 */
export function prepareJob(item: ImportedItem, root: Tree, isWhole: boolean): PreparedJob | string {
  const native = isWhole || item.kind === 'xml' ? undefined : taken(item);
  if (native !== undefined) return native;
  if (isViewRoot(root)) return `no kind of views can say this \`${root.name}\``;
  if (!jobRoots.includes(root.name)) return `Job DSL makes no \`${root.name}\``;
  const spec: PlainObject = { xml: xmlText(root) };
  const whole = { ...item, kind: 'xml', spec, native: false, kept: keptIn('xml', spec) };
  return taken(whole) ?? 'the schema refuses what stands in it';
}

/** Returns a job that the schema takes. */
function taken(item: ImportedItem): PreparedJob | undefined {
  const { spec, hidden, numbered } = hideSecrets(item);
  const isRefused = numbered.diagnostics.some(({ severity }) => severity === 'error');
  if (isRefused) return undefined;
  return {
    item: { ...item, spec: allowController(item.kind, spec, numbered) },
    hidden,
    specs: numbered.specs,
  };
}

/** By the names of the classes of all views that there are. */
export function isViewRoot({ name }: Tree): boolean {
  return /View$/.test(name);
}
