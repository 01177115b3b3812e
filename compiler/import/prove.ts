import { type Item, isView, itemElement } from '../../jenkins/all-items.ts';
import { compileFully } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { isViewKind } from '../link/own-jobs/link-jobs.ts';
import { parseSavedXml } from '../print/parse-xml-fragment.ts';
import { printXml } from '../print/xml.ts';
import { openProject } from '../read/open-project.ts';
import { plainText } from '../text/traced-text.ts';
import { canonical, canonicalText } from './canonical.ts';
import { currentForm } from './current-form.ts';
import { type Difference, differences, pathKey, placeKey } from './learn/places.ts';
import { type CollectedJob, jobConfigs } from './plan/collect-jobs.ts';
import { PLACEHOLDER } from './plan/hide-secrets.ts';
import { isViewRoot } from './plan/prepare-job.ts';
import type { ConfigSources } from './sources/config-source.ts';
import { readConfig } from './sources/read-config.ts';
import { type Tree, treeOf } from './tree.ts';
import { readXmlText } from './xml-text.ts';

/** Whether a job that was compiled again is the one that was read. */
export type Proof =
  | { readonly kind: 'equal' }
  /** Equal but for what stands in the place of secrets. */
  | { readonly kind: 'without-secrets' }
  | { readonly kind: 'differs'; readonly differences: readonly string[] }
  /** It was not compiled: the specs have errors. */
  | { readonly kind: 'unknown' };

/** What came of the specs that were written. */
export interface ProvenSpecs {
  /** By the kind (`view` or `job`) and the name of each job. */
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns by what a proof is found. */
export function proofKey(kind: string, name: string): string {
  return `${isViewKind(kind) ? 'view' : 'job'} ${name}`;
}

/**
 * Compiles the specs in a folder as they lie there, and compares each configuration with the one that was read, as Jenkins
 * reads them. Where one differs without a reason, the sources are read a second time, so that none has to be kept.
 */
export async function proveSpecs(
  host: Host,
  folder: string,
  jobs: readonly CollectedJob[],
  sources: ConfigSources,
): Promise<ProvenSpecs> {
  const project = await openProject(host, folder);
  const compiled = await compileFully(project.sources, {
    files: project.files,
    // Each configuration is printed when it is compared: all of them at once take much memory.
    emit: [],
    allowPlainSecrets: true,
  });
  const hasErrors = compiled.diagnostics.some(({ severity }) => severity === 'error');
  const made = new Map<string, Item>(
    hasErrors ? [] : (compiled.ir?.items ?? []).map((item) => [itemKey(item), item]),
  );
  const proofs = new Map<string, Proof>();
  const differing = new Map<string, { readonly job: CollectedJob; readonly tree: Tree }>();
  for (const job of jobs) {
    const key = proofKey(job.item.kind, job.item.name);
    const item = made.get(key);
    const tree = item && printedTree(item);
    proofs.set(key, { kind: tree === undefined ? 'unknown' : 'equal' });
    if (tree === undefined || host.sha256(canonicalText(currentForm(tree))) === job.digest) continue;
    if (job.original === undefined) differing.set(key, { job, tree });
    else proofs.set(key, compared(job.original, tree, job));
  }
  const places = new Set([...differing.values()].map(({ job }) => job.item.source));
  if (differing.size > 0)
    for await (const { key, root, place } of configsOf(sources, places)) {
      const found = differing.get(key);
      if (found?.job.item.source !== place) continue;
      differing.delete(key);
      proofs.set(key, compared(root, found.tree, found.job));
    }
  for (const key of differing.keys())
    proofs.set(key, { kind: 'differs', differences: ['it changed while it was read'] });
  return { proofs, names: project.names, diagnostics: [...project.diagnostics, ...compiled.diagnostics] };
}

/** Returns the configuration of an item, read again as it is written. */
function printedTree(item: Item): Tree | undefined {
  const parsed = parseSavedXml(printXml(itemElement(item)).text);
  return parsed.kind === 'saved' ? treeOf(parsed.root) : undefined;
}

async function* configsOf(sources: ConfigSources, places: ReadonlySet<string>) {
  for await (const source of sources(() => undefined)) {
    if (!places.has(source.place)) continue;
    const config = readConfig(source);
    if (!('root' in config)) continue;
    for (const { name, root, place } of jobConfigs(source, config))
      yield { key: `${isViewRoot(root) ? 'view' : 'job'} ${name}`, root, place };
  }
}

function itemKey(item: Item): string {
  return `${isView(item) ? 'view' : 'job'} ${plainText(item.name)}`;
}

/** More differences of one job are not told. */
const MOST_TOLD = 20;

function compared(original: Tree, made: Tree, { hidden }: CollectedJob): Proof {
  if (canonicalText(currentForm(original)) === canonicalText(currentForm(made))) return { kind: 'equal' };
  const isBound = hidden.some(({ credential }) => credential !== undefined);
  const values = hidden.flatMap(({ value }) => [value, ...unescaped(value)]);
  const found = differences([canonical(original)], [canonical(made)]).filter(
    (difference) => !isSecret(difference, values) && !(isBound && isOfPasswords(difference)),
  );
  if (hidden.length > 0 && found.length === 0) return { kind: 'without-secrets' };
  const told = found.slice(0, MOST_TOLD).map(differenceText);
  const more = found.length - told.length;
  if (found.length === 0) return { kind: 'differs', differences: ['elements stand in another order'] };
  return { kind: 'differs', differences: more > 0 ? [...told, `and ${more} more`] : told };
}

/** A secret of an element that stays XML was found as it is written there. */
function unescaped(value: string): readonly string[] {
  const content = readXmlText(value)?.content;
  return typeof content === 'string' ? [content] : [];
}

function isSecret(difference: Difference, values: readonly string[]): boolean {
  return difference.kind === 'text' && isFilledIn(difference.from, difference.to.split(PLACEHOLDER), values);
}

/** Returns whether a text is the given pieces with secrets between them. */
function isFilledIn(
  text: string,
  [first = '', ...others]: readonly string[],
  values: readonly string[],
): boolean {
  if (others.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  const rest = text.slice(first.length);
  return values.some(
    (value) => rest.startsWith(value) && isFilledIn(rest.slice(value.length), others, values),
  );
}

/** The wrappers that have passwords for variables, and the one that has them from credentials. */
const PASSWORD_WRAPPERS: ReadonlySet<string> = new Set([
  'com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper',
  'EnvInjectPasswordWrapper',
  'org.jenkinsci.plugins.credentialsbinding.impl.SecretBuildWrapper',
]);

/** A password that became a credential moves from one wrapper to another. */
function isOfPasswords(difference: Difference): boolean {
  const [, list, wrapper] = difference.kind === 'text' ? difference.place.path : difference.path;
  return list?.name === 'buildWrappers' && PASSWORD_WRAPPERS.has(wrapper?.name ?? '');
}

/** No value is told: it may be a secret. */
function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'text':
      return `another text in \`${shortPlace(placeKey(difference.place).replace(/@$/, ''))}\``;
    case 'added':
      return `\`${shortPlace(pathKey(difference.path))}\` is new`;
    case 'removed':
      return `\`${shortPlace(pathKey(difference.path))}\` is missing`;
  }
}

/** Without the root, and without the numbers of elements that are the only ones of their name. */
function shortPlace(path: string): string {
  return path.replace(/^[^/]+\//, '').replaceAll('[0]', '');
}
