import { lowerImages } from '../../../../compiler/lower/images/lower-image.ts';
import { lowerJobs } from '../../../../compiler/lower/jobs/lower-jobs.ts';
import { lowerEnvironments } from '../../../../compiler/lower/kubernetes/lower-environments.ts';
import { noTrees } from '../../../../compiler/lower/lowered.ts';
import { analyse } from '../../../../compiler/pipeline.ts';
import type { PluginNeed } from '../../../../compiler/plugins/resolved-plugin.ts';
import type { Origin } from '../../../../compiler/text/origin.ts';
import { Sourced } from '../../../../compiler/text/sourced.ts';
import { plainText, TracedText } from '../../../../compiler/text/traced-text.ts';
import type { Item } from '../../../../jenkins/all-items.ts';
import type { FreestyleJob } from '../../../../jenkins/items/freestyle.ts';
import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';

/** The jobs of some specs. */
export interface LoweredJobs {
  readonly items: readonly Item[];
  readonly names: readonly string[];
  readonly needs: readonly PluginNeed<Origin>[];
  /** `code: message` of everything that was reported, of all stages up to there, but the tools of agents. */
  readonly messages: readonly string[];
  /** The same of tools that agents lack: most tests are about something else, and run `make`. */
  readonly toolMessages: readonly string[];
  readonly freestyle: (name: string) => FreestyleJob;
  readonly pipeline: (name: string) => PipelineJob;
  /** Script of a pipeline job. */
  readonly script: (name: string) => string;
  /** Scripts of the shell steps of a freestyle job. */
  readonly shell: (name: string) => readonly string[];
}

/** Returns the jobs of the given spec texts, by the kind of their file: `build`, `jenkins` and so on. */
export function jobsOf(specs: Readonly<Record<string, string>>): LoweredJobs {
  const sources = Object.entries(specs).map(([kind, text]) => ({ name: `${kind}.bitesize`, text }));
  const { project, diagnostics } = analyse(sources);
  const environments = lowerEnvironments(project);
  const images = lowerImages(project);
  const jobs = lowerJobs(project, {
    environments: environments.value,
    images: images.value,
    trees: noTrees,
  });
  const { items, needs } = jobs.value;
  const all = [diagnostics, environments.diagnostics, images.diagnostics, jobs.diagnostics].flat();
  const find = (name: string): Item => {
    const found = items.find((item) => plainText(item.name) === name);
    if (found === undefined) throw new Error(`no item ${name}`);
    return found;
  };
  const freestyle = (name: string): FreestyleJob => {
    const item = find(name);
    if (item.kind !== 'freestyle') throw new Error(`${name} is a ${item.kind}`);
    return item;
  };
  const pipeline = (name: string): PipelineJob => {
    const item = find(name);
    if (item.kind !== 'pipeline') throw new Error(`${name} is a ${item.kind}`);
    return item;
  };
  const messages = all.map(({ code, message }) => `${code}: ${message}`);
  const isOfTools = (message: string) => /^job\/(missing-tool|other-container):/.test(message);
  return {
    items,
    names: items.map((item) => plainText(item.name)),
    needs,
    messages: messages.filter((message) => !isOfTools(message)),
    toolMessages: messages.filter(isOfTools),
    freestyle,
    pipeline,
    script: (name) => {
      const { definition } = pipeline(name);
      return definition.kind === 'cps' ? plainText(definition.script) : '';
    },
    shell: (name) =>
      (freestyle(name).builders ?? []).flatMap((step) =>
        step.kind === 'shell' ? [plainText(step.script)] : [],
      ),
  };
}

/** Returns a node without origins, as plain data. */
export function bare(value: unknown): unknown {
  if (value instanceof Sourced) return bare(value.value);
  if (value instanceof TracedText) return value.text;
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, item]) => key !== 'origin' && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, bare(item)]));
}
