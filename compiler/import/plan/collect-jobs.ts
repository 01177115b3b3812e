import { jobNameProblem } from '../../check/rules/job-names.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isViewKind } from '../../link/own-jobs/link-jobs.ts';
import { escapeXmlText } from '../../print/xml.ts';
import { controlCharacter } from '../../source/control-character.ts';
import type { SourceFile } from '../../text/span.ts';
import type { ImportedItem } from '../imported.ts';
import type { PlainObject } from '../printers.ts';
import { ConfigReader } from '../reader.ts';
import type { ConfigSource, ConfigSources } from '../sources/config-source.ts';
import { type ReadConfig, readConfig } from '../sources/read-config.ts';
import { splitViews } from '../sources/split-views.ts';
import { sizeOf, type Tree } from '../tree.ts';
import { allowController } from './allow-controller.ts';
import { type HiddenSecret, hideSecrets } from './hide-secrets.ts';
import { numberedJobs } from './numbered.ts';
import { OutsideNames } from './outside-names.ts';
import { SeenPlugins } from './seen-plugins.ts';

/** A job, folder or view that goes into the specs. */
export interface CollectedJob {
  readonly item: ImportedItem;
  /** How many elements its configuration has. */
  readonly elements: number;
  readonly hidden: readonly HiddenSecret[];
  /** Comments between the elements of its configuration. */
  readonly comments: readonly string[];
}

/** All that was read. */
export interface Collected {
  readonly jobs: readonly CollectedJob[];
  readonly names: OutsideNames;
  readonly plugins: SeenPlugins;
  /** What Jenkins shows on its front page. */
  readonly systemMessage: string | undefined;
}

/** A configuration of one job, folder or view. */
export interface JobConfig {
  readonly name: string;
  readonly root: Tree;
  readonly place: string;
}

/** Returns the jobs, folders and views of a configuration: views stand in that of their folder. */
export function jobConfigs({ name, place }: ConfigSource, { root }: ReadConfig): readonly JobConfig[] {
  const { rest, views } = splitViews(root);
  const inner = views.map((view) => ({
    name: name === '' ? view.name : `${name}/${view.name}`,
    root: view.root,
    place,
  }));
  return isOfJenkins(root) ? inner : [{ name, root: rest, place }, ...inner];
}

/** Whether a configuration is that of Jenkins itself. */
function isOfJenkins({ name }: Tree): boolean {
  return name === 'hudson' || name === 'jenkins.model.Jenkins';
}

/** What is told while configurations are read. */
export interface CollectReports {
  readonly report: (diagnostic: Diagnostic) => void;
  /** One more configuration was read. */
  readonly step: () => void;
}

/** Reads all configurations, one at a time; what cannot be a job of the specs is reported and left out. */
export async function collectJobs(
  sources: ConfigSources,
  { report, step }: CollectReports,
): Promise<Collected> {
  const reader = new ConfigReader();
  const jobs: CollectedJob[] = [];
  const names = new OutsideNames();
  const plugins = new SeenPlugins();
  const taken = new Map<string, string>();
  let systemMessage: string | undefined;
  for await (const source of sources(report)) {
    step();
    const config = readConfig(source);
    if (!('root' in config)) {
      report(config);
      continue;
    }
    plugins.add(config.root);
    if (isOfJenkins(config.root)) systemMessage = textOf(config.root, 'systemMessage');
    for (const { name, root, place } of jobConfigs(source, config)) {
      const refused = refusal(name, root, taken, config);
      if (refused !== undefined) {
        report(refused);
        continue;
      }
      taken.set(takenKey(name, root), place);
      const readable = withoutControls(root, (character) =>
        report(
          diagnose('import/character', { job: name, character }, spanOf(config, undefined), {
            help: 'write it as an escape of the language of the script',
          }),
        ),
      );
      const item = reader.item(readable, name, place);
      if (item.kind === 'xml' && isView(root)) {
        report(
          diagnose('import/view', { view: name, root: root.name }, spanOf(config, root.name), {
            help: 'make a view of another kind, or add it in Jenkins',
          }),
        );
        continue;
      }
      const { spec, hidden } = hideSecrets(item);
      const masked = maskedFile(config.file, hidden);
      for (const { kind, field, value, credential } of hidden)
        report(
          diagnose(
            'import/secret',
            { job: name, field: `\`${field}\``, kind },
            { ...spanOf(config, value), file: masked },
            {
              help:
                credential === undefined
                  ? 'keep it in a credential of Jenkins, and bind that in place of the placeholder'
                  : `make the credential \`${credential}\`, a secret text: the job takes it from there`,
            },
          ),
        );
      const allowed = allowController(name, item.kind, spec);
      names.add({ name, kind: item.kind }, numberedJobs([{ name, kind: item.kind, ...allowed }]).specs);
      jobs.push({
        item: { ...item, spec: allowed },
        elements: sizeOf(root),
        hidden,
        comments: root === config.root ? config.comments : [],
      });
    }
  }
  return { jobs, names, plugins, systemMessage };
}

/** Returns why a configuration cannot be a job of the specs. */
function refusal(
  name: string,
  root: Tree,
  taken: ReadonlyMap<string, string>,
  config: ReadConfig,
): Diagnostic | undefined {
  const problem = name
    .split('/')
    .map(jobNameProblem)
    .find((found) => found !== undefined);
  const span = spanOf(config, root.name);
  if (problem !== undefined)
    return diagnose('import/name', { name, problem }, span, { help: 'rename it before it is imported' });
  const other = taken.get(takenKey(name, root));
  if (other === undefined) return undefined;
  return diagnose('import/twice', { name }, span, {
    help: `the other one is \`${other}\`: take one of them out`,
  });
}

/** A view may be called like a job. */
function takenKey(name: string, root: Tree): string {
  return `${isView(root) ? 'view' : 'job'} ${name.toLowerCase()}`;
}

/** By the names of the classes of all views that there are. */
function isView({ name }: Tree): boolean {
  return /View$/.test(name);
}

/** Returns where a text stands in a configuration; its first element where that is not plain to see. */
function spanOf({ file }: ReadConfig, text: string | undefined) {
  const at = text === undefined ? -1 : file.text.indexOf(text);
  if (at !== -1 && text !== undefined) return { file, start: at, end: at + text.length };
  const start = Math.max(0, file.text.search(/<[A-Za-z]/));
  return { file, start, end: start + 1 };
}

/** Returns a file in which no secret stands, for messages that show a piece of it: offsets and line breaks stay. */
function maskedFile({ name, text }: SourceFile, hidden: readonly HiddenSecret[]): SourceFile {
  const stars = (value: string) => value.replace(/\S/g, '*');
  return {
    name,
    text: hidden.reduce(
      (masked, { value }) =>
        [value, escapeXmlText(value)].reduce((all, form) => all.replaceAll(form, stars(form)), masked),
      text,
    ),
  };
}

function textOf({ children }: Tree, name: string): string | undefined {
  const text = children.find((child) => child.name === name)?.text.trim();
  return text === '' ? undefined : text;
}

/** What stands for a character that no spec can hold. */
const LOST = '\ufffd';

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Returns a tree without the characters that no spec can hold. */
function withoutControls(tree: Tree, report: (character: string) => void): Tree {
  const found = firstControl(tree);
  if (found === undefined) return tree;
  report(found);
  return replaced(tree, (text) => text.replace(CONTROLS, LOST));
}

function firstControl({ text, attributes, children }: Tree): string | undefined {
  for (const each of [text, ...Object.values(attributes)]) {
    const found = controlCharacter(each);
    if (found !== undefined) return found;
  }
  for (const child of children) {
    const found = firstControl(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns a tree with other texts. */
export function replaced({ name, attributes, children, text }: Tree, change: (text: string) => string): Tree {
  return {
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, change(value)])),
    children: children.map((child) => replaced(child, change)),
    text: text === '' ? '' : change(text),
  };
}

/** Returns a job as jobs.bitesize says it, in the long form. */
export function jobOf({ name, kind, spec }: ImportedItem): PlainObject {
  return { name, kind, ...spec };
}

/** Whether a job is a view. */
export function isViewJob({ item }: CollectedJob): boolean {
  return isViewKind(item.kind);
}
