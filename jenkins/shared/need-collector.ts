import { pluginOfClass } from '../../compiler/plugins/plugin-of-class.ts';
import type { PluginNeed } from '../../compiler/plugins/resolved-plugin.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { commonOrigin, decidingOrigin, type Origin } from '../../compiler/text/origin.ts';
import { type ElementUse, type PluginUse, requirementOf } from './plugin-use.ts';

/** A need as it is collected: with what all nodes that ask for it have in common, as long as there is such a thing. */
interface CollectedNeed {
  readonly need: PluginNeed<Origin>;
  common: Origin | undefined;
}

/** Collects needs; the first node of each use counts, and none decides alone where several ask. */
export class NeedCollector {
  private readonly met = new Map<PluginUse | ElementUse, CollectedNeed>();
  private readonly byUse = new Map<string, CollectedNeed>();
  private readonly byClass = new Map<string, CollectedNeed>();

  /** Notes what a node of an origin needs. */
  use(used: PluginUse | ElementUse | 'core', origin: Origin): void {
    if (used === 'core') return;
    const { id, minimum } = requirementOf(used);
    const { reason } = used;
    const known = this.met.get(used) ?? this.byUse.get(`${id} ${minimum} ${reason}`);
    if (known !== undefined) {
      this.met.set(used, known);
      asksToo(known, origin);
      return;
    }
    const need = minimum === undefined ? { id, reason, origin } : { id, minimum, reason, origin };
    const collected = { need, common: origin };
    this.met.set(used, collected);
    this.byUse.set(`${id} ${minimum} ${reason}`, collected);
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
    return [...this.byUse.values(), ...this.byClass.values()].map(({ need, common }) =>
      common === need.origin
        ? need
        : { ...need, cause: decidingOrigin(common === undefined ? [] : [common]) },
    );
  }

  private fragmentPlugin(id: string, named: string, origin: Origin): void {
    const known = this.byClass.get(id);
    if (known !== undefined) asksToo(known, origin);
    else {
      const need = { id, reason: `a fragment of XML says \`${named}\``, origin };
      this.byClass.set(id, { need, common: origin });
    }
  }
}

function asksToo(known: CollectedNeed, origin: Origin): void {
  if (known.common === undefined || known.common === origin) return;
  known.common = commonOrigin([known.common, origin]);
}
