import type { Specs } from '../../check/check-spec.ts';
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
import type { PlainObject } from '../printers.ts';
import { ConfigReader } from '../reader.ts';
import type { ConfigSource } from '../sources/config-source.ts';
import { type ReadConfig, readConfig } from '../sources/read-config.ts';
import { isOfJenkins, splitViews } from '../sources/split-views.ts';
import { sizeOf, type Tree } from '../tree.ts';
import { type HiddenSecret, withoutSecretsIn } from './hide-secrets.ts';
import { isViewRoot, prepareJob } from './prepare-job.ts';
import { SeenPlugins } from './seen-plugins.ts';
import { firstControl, withoutControls } from './without-controls.ts';

/** A job, folder or view that goes into the specs, without what they say of it: all are known until the end. */
export interface CollectedJob {
  readonly item: Omit<ImportedItem, 'spec'>;
  /** How many elements its configuration has. */
  readonly elements: number;
  /** SHA-256 of the canonical form of its configuration, so that equal ones need not be read again. */
  readonly digest: string;
  readonly hidden: readonly HiddenSecret[];
  /** Comments between the elements of its configuration. */
  readonly comments: readonly string[];
  /** Its configuration, where secrets stood in it: what it becomes is not equal. */
  readonly original: Tree | undefined;
}

/** A job as it was read, with what goes into the specs. */
export interface TakenJob {
  readonly job: CollectedJob;
  readonly spec: PlainObject;
  /** This job alone, as the rules of check see it. */
  readonly specs: Specs;
}

/** What is told of configurations, in the order in which they are read. */
export class JobFindings {
  private readonly found: (readonly Diagnostic[])[] = [];
  private readonly places = new Map<string, number>();

  /** Adds a finding that is about no job of the specs. */
  add(diagnostic: Diagnostic): void {
    this.found.push([diagnostic]);
  }

  /** Sets the findings about a job, in place of those that there were. */
  set(key: string, diagnostics: readonly Diagnostic[]): void {
    const known = this.places.get(key);
    if (known === undefined) this.places.set(key, this.found.push(diagnostics) - 1);
    else this.found[known] = diagnostics;
  }

  all(): readonly Diagnostic[] {
    return this.found.flat();
  }
}

/** A configuration of one job, folder or view. */
interface JobConfig {
  readonly name: string;
  readonly root: Tree;
  /** What its element is called in the file. */
  readonly element: string;
  readonly place: string;
}

/** Returns the jobs, folders and views of a configuration: views stand in that of their folder. */
export function jobConfigs({ name, place }: ConfigSource, { root }: ReadConfig): readonly JobConfig[] {
  const { rest, views } = splitViews(root);
  const inner = views.map((view) => ({
    name: name === '' ? view.name : `${name}/${view.name}`,
    root: view.root,
    element: view.element,
    place,
  }));
  return isOfJenkins(root) ? inner : [{ name, root: rest, element: root.name, place }, ...inner];
}

/** What the compiler refused, by `jobKey`. */
export interface RefusedJobs {
  /** Jobs that are XML as a whole, whatever can be said of them. */
  readonly asXml: Set<string>;
  /** Jobs that are left out, and what the compiler finds in each. */
  readonly without: Map<string, Diagnostic>;
}

/** Reads configurations, one at a time; what cannot be a job of the specs is reported and left out. */
export class JobCollector {
  readonly plugins = new SeenPlugins();
  /** What Jenkins shows on its front page. */
  systemMessage: string | undefined;
  private readonly reader = new ConfigReader();
  /** Places of configurations by their names, in small letters. */
  private readonly taken = new Map<string, string>();
  private readonly sha256: Host['sha256'];
  private readonly findings: JobFindings;

  constructor(sha256: Host['sha256'], findings: JobFindings) {
    this.sha256 = sha256;
    this.findings = findings;
  }

  /** Returns the jobs, folders and views of a configuration. */
  collect(source: ConfigSource): readonly TakenJob[] {
    const config = readConfig(source);
    if (!('root' in config)) {
      this.findings.add(config);
      return [];
    }
    this.plugins.add(config.root);
    if (isOfJenkins(config.root)) this.systemMessage = textOf(config.root, 'systemMessage');
    return jobConfigs(source, config).flatMap((each) => {
      const key = configKey(each.name, each.root);
      const refusal = this.refusal(each.name, key);
      if (refusal !== undefined) {
        this.findings.add({ ...refusal, span: spanOf(config, each) });
        return [];
      }
      this.taken.set(key, each.place);
      return this.take(each, config, false) ?? [];
    });
  }

  /** Returns those of some jobs once more that are in a configuration, after some of them were refused. */
  collectAgain(
    source: ConfigSource,
    jobs: ReadonlySet<string>,
    { asXml, without }: RefusedJobs,
  ): readonly TakenJob[] {
    const config = readConfig(source);
    if (!('root' in config)) return [];
    return jobConfigs(source, config).flatMap((each) => {
      const key = configKey(each.name, each.root);
      // Of two jobs of one name the first one was taken.
      if (!jobs.has(key) || this.taken.get(key) !== each.place) return [];
      const problem = without.get(key);
      if (problem === undefined) return this.take(each, config, asXml.has(key)) ?? [];
      this.findings.set(key, [refused(each, problem, config)]);
      return [];
    });
  }

  private take(taken: JobConfig, config: ReadConfig, isWhole: boolean): TakenJob | undefined {
    const { name, root, place } = taken;
    const found: Diagnostic[] = [];
    this.findings.set(configKey(name, root), found);
    const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
    const lost = firstControl(root);
    const readable = lost === undefined ? root : withoutControls(root);
    if (lost !== undefined)
      report(
        diagnose('import/character', { job: name, character: lost }, spanOf(config, taken), {
          help: 'write it as an escape of the language of the script',
        }),
      );
    const prepared = prepareJob(this.reader.item(readable, name, place), readable, isWhole);
    if (typeof prepared === 'string') {
      report(leftOut(taken, prepared, config));
      return undefined;
    }
    const { hidden, specs } = prepared;
    const { spec, ...item } = prepared.item;
    for (const secret of secretFindings(taken, hidden, config)) report(secret);
    const job = {
      item,
      elements: sizeOf(root),
      digest: this.sha256(canonicalText(currentForm(root))),
      hidden,
      comments: root === config.root ? config.comments.map(withoutSecretsIn) : [],
      original: hidden.length > 0 ? root : undefined,
    };
    return { job, spec, specs };
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
export function jobKey({ item }: Pick<CollectedJob, 'item'>): string {
  return `${isViewKind(item.kind) ? 'view' : 'job'} ${item.name.toLowerCase()}`;
}

function leftOut(
  left: JobConfig,
  reason: string,
  config: ReadConfig,
  span: Span = spanOf(config, left),
): Diagnostic {
  const { name, root } = left;
  const what = isViewRoot(root) ? ('view' as const) : ('job' as const);
  const keep = 'keep it in Jenkins';
  return diagnose('import/left-out', { what, name, reason }, span, {
    help: what === 'view' ? keep : `${keep}, and list it in \`external.jobs\` should others name it`,
  });
}

/** Tells of a job that the compiler refuses even as XML; its own finding is at a place of specs that are not kept. */
function refused(left: JobConfig, { code, message }: Diagnostic, config: ReadConfig): Diagnostic {
  const plugin = code === 'plugin/unknown' ? /`([\w.-]+)`/.exec(message)?.[1] : undefined;
  const span = plugin === undefined ? undefined : spanOfPlugin(config, plugin);
  if (span === undefined)
    return leftOut(left, `what it became cannot be compiled: ${message} (${code})`, config);
  const element = config.file.text.slice(span.start + 1, span.end);
  const reason = `\`${element}\` is of the plugin \`${plugin}\`, which is not in the catalogue (${code})`;
  return leftOut(left, reason, config, span);
}

/**
 * Returns where the first element of a plugin begins, as Jenkins marks it: `<hudson.plugins.git.GitSCM plugin="git@5.2">`. Nothing
 * else of its line is shown: nobody knows what the element holds, and it may be a secret.
 */
function spanOfPlugin({ file }: ReadConfig, plugin: string): Span | undefined {
  const at = ['"', "'"]
    .map((quote) => file.text.indexOf(` plugin=${quote}${plugin}@`))
    .find((each) => each >= 0);
  if (at === undefined) return undefined;
  const start = file.text.lastIndexOf('<', at);
  const name = /^<[\w.$:-]+/.exec(file.text.slice(start, at))?.[0];
  if (name === undefined) return undefined;
  const line = file.text.lastIndexOf('\n', start) + 1;
  const shown = stars(file.text.slice(line, start)) + file.text.slice(start, at);
  const text = file.text.slice(0, line) + shown;
  return { file: { name: file.name, text }, start, end: start + name.length };
}

/** One finding for the secrets of each field. */
function secretFindings(
  owner: JobConfig,
  hidden: readonly HiddenSecret[],
  config: ReadConfig,
): readonly Diagnostic[] {
  const job = owner.name;
  const span = { ...spanOf(config, owner), file: masked(config.file, hidden) };
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
  return {
    name,
    text: hidden.reduce(
      (safe, { value }) =>
        [value, escapeXmlText(value)].reduce((all, form) => all.replaceAll(form, stars(form)), safe),
      text.slice(0, SHOWN),
    ),
  };
}

function stars(text: string): string {
  return text.replace(/\S/g, '*');
}

/** Messages show the first line of a job. */
const SHOWN = 2000;

/** Returns where the element of a job, or of a view in it, starts. */
function spanOf({ file }: ReadConfig, { element }: JobConfig): Span {
  const start = Math.max(0, file.text.indexOf(`<${element}`));
  return { file, start, end: start + element.length + 1 };
}

function textOf({ children }: Tree, name: string): string | undefined {
  const text = children.find((child) => child.name === name)?.text.trim();
  return text === '' ? undefined : text;
}
