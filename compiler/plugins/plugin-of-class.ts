import data from './data/classes.json' with { type: 'json' };
import { classOfElement, elementOfClass } from './xstream-name.ts';

/** What is known about a class that appears in a config.xml. */
export interface PluginClass {
  readonly className: string;
  /** XML element: an alias such as `flow-definition`, or the class in XStream's spelling. */
  readonly element: string;
  /** Plugin id, or `core`. */
  readonly plugin: string;
  /** Where such an element may stand, such as `publishers`. A hint: it was read from sources, not seen in Jenkins. */
  readonly slot: string;
  /** Names by which Job DSL and pipelines know it; a hint like `slot`. */
  readonly symbols: readonly string[];
}

/** The plugin of a class, and how sure that is. */
export interface PluginOfClass {
  readonly plugin: string;
  /** `class`: its declaration was read. `package`: all known classes of its package are in this plugin. */
  readonly by: 'class' | 'package';
}

let table: ReadonlyMap<string, PluginClass> | undefined;
let packages: ReadonlyMap<string, string> | undefined;

/** Returns what is known about a class or an XML element, or undefined. */
export function findPluginClass(name: string): PluginClass | undefined {
  table ??= readTable();
  return table.get(name);
}

/** Returns the plugin that a class or an XML element belongs to (`core` for Jenkins itself), or undefined. */
export function pluginOfClass(name: string): PluginOfClass | undefined {
  const known = findPluginClass(name);
  if (known) return { plugin: known.plugin, by: 'class' };
  packages ??= new Map(data.packages.map(([path = '', plugin = '']) => [path, plugin]));
  // Short packages such as `hudson.model` say nothing about what is below them.
  const segments = classOfElement(name).split('.').slice(0, -1);
  for (let length = segments.length; length >= Math.min(3, segments.length) && length > 0; length--) {
    const plugin = packages.get(segments.slice(0, length).join('.'));
    if (plugin !== undefined) return plugin === '' ? undefined : { plugin, by: 'package' };
  }
  return undefined;
}

function readTable(): ReadonlyMap<string, PluginClass> {
  const found = new Map<string, PluginClass>();
  for (const [className = '', plugin = '', slot = '', symbol = '', alias = ''] of data.classes) {
    const symbols = symbol === '' ? [] : symbol.split(',');
    const entry = { className, element: alias || elementOfClass(className), plugin, slot, symbols };
    found.set(className, entry);
    found.set(entry.element, entry);
    found.set(elementOfClass(className), entry);
  }
  return found;
}
