import { compareVersions } from '../../compiler/plugins/compare-versions.ts';
import { jobDslRequirements } from '../../compiler/plugins/job-dsl-requirements.ts';
import { parseVersion } from '../../compiler/plugins/version-number.ts';

/** The Job DSL method that prints a kind of node: what it asks of the controller is what the node needs. */
export interface PluginUse {
  /** Class of the engine that has the method, as in compiler/plugins/data/job-dsl-requires.json. */
  readonly context: string;
  readonly method: string;
  /** Half a sentence for plugins.txt. */
  readonly reason: string;
  /** Least version with the elements that we print beside those of the method. */
  readonly elements: string | undefined;
}

/** A plugin whose elements Job DSL has no method for. */
export interface ElementUse {
  readonly plugin: string;
  /** Half a sentence for plugins.txt. */
  readonly reason: string;
  /** Least version with the elements that we print. */
  readonly minimum: string | undefined;
}

/** Contexts of the engine that many things stand in. */
export const STEPS = 'helpers.step.StepContext';
export const PUBLISHERS = 'helpers.publisher.PublisherContext';
export const WRAPPERS = 'helpers.wrapper.WrapperContext';
export const TRIGGERS = 'helpers.triggers.TriggerContext';
export const PARAMETERS = 'helpers.BuildParametersContext';

/** Returns a use. */
export function use(context: string, method: string, reason: string, elements?: string): PluginUse {
  return { context, method, reason, elements };
}

/** Returns the use of a plugin's elements that no method of Job DSL prints. */
export function elementsOf(plugin: string, reason: string, minimum?: string): ElementUse {
  return { plugin, reason, minimum };
}

interface Requirement {
  readonly id: string;
  readonly minimum: string | undefined;
}

/** The uses are constants of the things. */
const found = new WeakMap<PluginUse | ElementUse, Requirement>();

/** Returns the plugin and the least version of a use; of a method's overloads, the one that asks for most counts. */
export function requirementOf(used: PluginUse | ElementUse): Requirement {
  const known = found.get(used);
  if (known !== undefined) return known;
  const requirement = 'plugin' in used ? { id: used.plugin, minimum: used.minimum } : findRequirement(used);
  found.set(used, requirement);
  return requirement;
}

function findRequirement({ context, method, elements }: PluginUse): Requirement {
  const rows = jobDslRequirements(method).filter((row) => row.context === context && row.plugin !== 'CORE');
  const [first] = rows;
  if (first === undefined) throw new Error(`no requirement of ${context}.${method} is known`);
  const minimums = [elements, ...rows.map(({ minimum }) => minimum)].filter(
    (version) => version !== undefined,
  );
  return { id: first.plugin, minimum: minimums.sort(byVersion).at(-1) };
}

function byVersion(a: string, b: string): number {
  return compareVersions(parseVersion(a), parseVersion(b));
}
