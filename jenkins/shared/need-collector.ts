import { pluginOfClass } from '../../compiler/plugins/plugin-of-class.ts';
import type { PluginNeed } from '../../compiler/plugins/resolved-plugin.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import { type PluginUse, requirementOf } from './plugin-use.ts';

/** Collects needs; the first node of each use counts. */
export class NeedCollector {
  private readonly met = new Set<PluginUse>();
  private readonly byUse = new Map<string, PluginNeed<Origin>>();
  private readonly byClass = new Map<string, PluginNeed<Origin>>();

  /** Notes what a node of an origin needs. */
  use(used: PluginUse | 'core', origin: Origin): void {
    if (used === 'core' || this.met.has(used)) return;
    this.met.add(used);
    const { id, minimum } = requirementOf(used);
    const { reason } = used;
    const need = minimum === undefined ? { id, reason, origin } : { id, minimum, reason, origin };
    const key = `${id} ${minimum} ${reason}`;
    if (!this.byUse.has(key)) this.byUse.set(key, need);
  }

  /** Notes the plugins of the classes that a fragment names, or of its `plugin` attributes. */
  fragment({ name, attributes = {}, content }: XmlElement, origin: Origin): void {
    const { class: type, plugin } = attributes;
    if (plugin !== undefined) this.fragmentPlugin(plugin.replace(/@.*/s, ''), plugin, origin);
    for (const className of type === undefined ? [name] : [name, type]) {
      const known = pluginOfClass(className)?.plugin;
      if (known !== undefined && known !== 'core') this.fragmentPlugin(known, className, origin);
    }
    if (Array.isArray(content)) for (const child of content) this.fragment(child, origin);
  }

  /** Returns what was noted, uses before fragments. */
  needs(): readonly PluginNeed<Origin>[] {
    return [...this.byUse.values(), ...this.byClass.values()];
  }

  private fragmentPlugin(id: string, named: string, origin: Origin): void {
    if (this.byClass.has(id)) return;
    this.byClass.set(id, { id, reason: `a fragment of XML says \`${named}\``, origin });
  }
}
