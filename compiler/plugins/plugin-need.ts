/** A plugin that the output needs, and why. `O` is whatever the caller traces a need with, such as a spec's span. */
export interface PluginNeed<O> {
  readonly id: string;
  /** Least version that has what is needed; absent where any version has it. */
  readonly minimum?: string;
  /** Half a sentence that stands after the plugin in plugins.txt: `the seed job runs Job DSL`. */
  readonly reason: string;
  readonly origin: O;
}

/** A version that the project fixed. A pin alone installs nothing; it decides the version if something needs it. */
export interface PluginPin<O> {
  readonly id: string;
  readonly version: string;
  /** Where to get the file instead of the update centre. A listed version keeps its checksum. */
  readonly url?: string;
  readonly origin: O;
}
