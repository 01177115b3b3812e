import { jobNameProblem } from '../../check/rules/job-names.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { isViewKind } from '../../link/own-jobs/link-jobs.ts';
import { escapeXmlText } from '../../print/xml.ts';
import type { SourceFile, Span } from '../../text/span.ts';
import { groupBy } from '../../util/group-by.ts';
import { canonicalText } from '../canonical.ts';
import { currentForm } from '../current-form.ts';
import type { ImportedItem } from '../imported.ts';
import { ConfigReader } from '../reader.ts';
import type { ConfigSource, ConfigSources } from '../sources/config-source.ts';
import { type ReadConfig, readConfig } from '../sources/read-config.ts';
import { splitViews } from '../sources/split-views.ts';
import { sizeOf, type Tree } from '../tree.ts';
import { type HiddenSecret, withoutSecretsIn } from './hide-secrets.ts';
import { OutsideNames } from './outside-names.ts';
import { isViewRoot, prepareJob } from './prepare-job.ts';
import { SeenPlugins } from './seen-plugins.ts';
import { firstControl, withoutControls } from './without-controls.ts';

/** A job, folder or view that goes into the specs. */
export interface CollectedJob {
  readonly item: ImportedItem;
  /** How many elements its configuration has. */
  readonly elements: number;
  /** SHA-256 of the canonical form of its configuration, so that equal ones need not be read again. */
  readonly digest: string;
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
interface JobConfig {
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

/** What is told while configurations are read, and what is known of them before. */
export interface CollectOptions {
  readonly sha256: Host['sha256'];
  readonly report: (diagnostic: Diagnostic) => void;
  /** One more configuration was read. */
  readonly step: () => void;
  /** Jobs that are XML as a whole, whatever can be said of them, by `jobKey`. */
  readonly asXml: ReadonlySet<string>;
  /** Jobs that are left out, by `jobKey`. */
  readonly without: ReadonlySet<string>;
}

/** Reads all configurations, one at a time; what cannot be a job of the specs is reported and left out. */
export async function collectJobs(sources: ConfigSources, options: CollectOptions): Promise<Collected> {
  const collector = new JobCollector(options);
  for await (const source of sources(options.report)) {
    options.step();
    const config = readConfig(source);
    if ('root' in config) collector.add(source, config);
    else options.report(config);
  }
  const { jobs, names, plugins, systemMessage } = collector;
  // What was learned for reading is not needed any more.
  return { jobs, names, plugins, systemMessage };
}

class JobCollector {
  readonly jobs: CollectedJob[] = [];
  readonly names = new OutsideNames();
  readonly plugins = new SeenPlugins();
  systemMessage: string | undefined;
  private readonly reader = new ConfigReader();
  /** Places of configurations by their names, in small letters. */
  private readonly taken = new Map<string, string>();
  private readonly options: CollectOptions;

  constructor(options: CollectOptions) {
    this.options = options;
  }

  add(source: ConfigSource, config: ReadConfig): void {
    this.plugins.add(config.root);
    if (isOfJenkins(config.root)) this.systemMessage = textOf(config.root, 'systemMessage');
    for (const each of jobConfigs(source, config)) this.addJob(each, config);
  }

  private addJob({ name, root, place }: JobConfig, config: ReadConfig): void {
    const { report, without } = this.options;
    const key = configKey(name, root);
    const refused =
      without?.has(key) === true ? 'what it became cannot be compiled' : this.refusal(name, key);
    if (typeof refused !== 'string') {
      if (refused !== undefined) report({ ...refused, span: spanOf(config, root) });
      else this.takeJob({ name, root, place }, config);
      return;
    }
    report(leftOut(name, refused, config, root));
  }

  private takeJob({ name, root, place }: JobConfig, config: ReadConfig): void {
    const { report, asXml } = this.options;
    const key = configKey(name, root);
    this.taken.set(key, place);
    const lost = firstControl(root);
    const readable = lost === undefined ? root : withoutControls(root);
    if (lost !== undefined)
      report(
        diagnose('import/character', { job: name, character: lost }, spanOf(config, root), {
          help: 'write it as an escape of the language of the script',
        }),
      );
    const prepared = prepareJob(this.reader.item(readable, name, place), readable, asXml.has(key));
    if (typeof prepared === 'string') {
      report(leftOut(name, prepared, config, root));
      return;
    }
    const { item, hidden, specs } = prepared;
    this.names.add(item, specs);
    for (const secret of secretFindings(name, hidden, config, root)) report(secret);
    this.jobs.push({
      item,
      elements: sizeOf(root),
      digest: this.options.sha256(canonicalText(currentForm(root))),
      hidden,
      comments: root === config.root ? config.comments.map(withoutSecretsIn) : [],
    });
  }

  /** Returns why a name cannot be that of a job of the specs. */
  private refusal(name: string, key: string): Diagnostic | undefined {
    const problem = name
      .split('/')
      .map(jobNameProblem)
      .find((found) => found !== undefined);
    if (problem !== undefined)
      return diagnose('import/name', { name, problem }, undefined, {
        help: 'rename it before it is imported',
      });
    const other = this.taken.get(key);
    if (other === undefined) return undefined;
    return diagnose('import/twice', { name }, undefined, {
      help: `the other one is \`${other}\`: take one of them out`,
    });
  }
}

/** Returns what tells a job from all others; a view may be called like a job. */
function configKey(name: string, root: Tree): string {
  return `${isViewRoot(root) ? 'view' : 'job'} ${name.toLowerCase()}`;
}

/** Returns what tells a job of the specs from all others. */
export function jobKey({ item }: CollectedJob): string {
  return `${isViewKind(item.kind) ? 'view' : 'job'} ${item.name.toLowerCase()}`;
}

function leftOut(job: string, reason: string, config: ReadConfig, root: Tree): Diagnostic {
  return diagnose('import/left-out', { job, reason }, spanOf(config, root), {
    help: 'keep it in Jenkins, and list it in `external.jobs` should others name it',
  });
}

/** One finding for the secrets of each field. */
function secretFindings(
  job: string,
  hidden: readonly HiddenSecret[],
  config: ReadConfig,
  root: Tree,
): readonly Diagnostic[] {
  const span = { ...spanOf(config, root), file: masked(config.file, hidden) };
  return [...groupBy(hidden, ({ kind, field }) => `${kind} ${field}`).values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    const { kind, field, credential } = first;
    const help =
      credential === undefined
        ? 'keep it in a credential of Jenkins, and bind that in place of the placeholder'
        : `make the credential \`${credential}\`, a secret text: the job takes it from there`;
    return [diagnose('import/secret', { job, field, kind, count: found.length }, span, { help })];
  });
}

/** Returns a file in which no secret stands, for messages that show a piece of it: offsets and line breaks stay. */
function masked({ name, text }: SourceFile, hidden: readonly HiddenSecret[]): SourceFile {
  const stars = (value: string) => value.replace(/\S/g, '*');
  return {
    name,
    text: hidden.reduce(
      (safe, { value }) =>
        [value, escapeXmlText(value)].reduce((all, form) => all.replaceAll(form, stars(form)), safe),
      text.slice(0, SHOWN),
    ),
  };
}

/** Messages show the first line of a job. */
const SHOWN = 2000;

/** Returns where the element of a job, or of a view in it, starts. */
function spanOf({ file, root }: ReadConfig, part: Tree): Span {
  const name = part.name === root.name ? root.name : part.name;
  const start = Math.max(0, file.text.indexOf(`<${name}`));
  return { file, start, end: start + name.length + 1 };
}

function textOf({ children }: Tree, name: string): string | undefined {
  const text = children.find((child) => child.name === name)?.text.trim();
  return text === '' ? undefined : text;
}
