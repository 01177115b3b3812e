/** A plugin that the output needs, and why. `O` is whatever the caller traces a need with, such as a spec's span. */
export interface PluginNeed<O> {
  readonly id: string;
  /** Least version that has what is needed; absent where any version has it. */
  readonly minimum?: string;
  /** Half a sentence that stands after the plugin in plugins.txt: `the seed job runs Job DSL`. */
  readonly reason: string;
  readonly origin: O;
  /** What decides alone on the need, where many places ask for it and `origin` is the first of them. */
  readonly cause?: O;
  /** Where a name in the reason comes from. */
  readonly named?: O;
  /** The project that needs it, where several share a controller; absent for what the controller itself needs. */
  readonly project?: PluginUser<O>;
}

/** A version that the project fixed. A pin alone installs nothing; it decides the version if something needs it. */
export interface PluginPin<O> {
  readonly id: string;
  readonly version: string;
  /** Where to get the file instead of the update centre. A listed version keeps its checksum. */
  readonly url?: string;
  readonly origin: O;
  /** The project that fixed it, where several share a controller; absent for the controller itself. */
  readonly project?: PluginUser<O>;
}

/** A project on a shared controller, by the name of its folder. */
export interface PluginUser<O> {
  readonly value: string;
  readonly origin: O;
}

/** One plugin to install, in the version that was chosen. */
export interface ResolvedPlugin<O> {
  readonly id: string;
  readonly version: string;
  /** Whether something asked for it; else it is here because another plugin needs it. */
  readonly root: boolean;
  /** All needs that name it, in the order given; empty unless it is a root. */
  readonly needs: readonly PluginNeed<O>[];
  /** Ids of the shortest chain from a root to this plugin, both included. A root is its own chain. */
  readonly chain: readonly string[];
  /** Plugins that do not run without it, sorted by id. */
  readonly neededBy: readonly PluginEdge[];
  /** Its dependencies that are installed too, sorted by id. */
  readonly dependencies: readonly PluginEdge[];
  readonly pin: PluginPin<O> | undefined;
  /** Least core version; for a version outside the catalogue, that of the listed one. */
  readonly requiredCore: string | undefined;
  /** Base64; undefined for a version outside the catalogue. */
  readonly sha256: string | undefined;
  /** Bytes; undefined for a version outside the catalogue. */
  readonly size: number | undefined;
  readonly url: string;
}

/** One end of a dependency: the plugin at the other end, and the least version that is wanted. */
export interface PluginEdge {
  readonly id: string;
  /** Empty where it is not known, because a pin names an older version than the catalogue has. */
  readonly minimum: string;
  /**
   * `mandatory`: declared. `implied`: its code was once in core, and core loads it from jenkins.war unasked.
   * `optional`: only the minimum counts, and only because the plugin is there for another reason.
   */
  readonly kind: 'mandatory' | 'implied' | 'optional';
}
