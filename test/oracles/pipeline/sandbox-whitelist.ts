/** What the Groovy sandbox of script-security lets a pipeline call, by class: names only. */
export interface SandboxWhitelist {
  readonly source: string;
  /** Revision and date of what was read. */
  readonly read: string;
  readonly methods: Readonly<Record<string, readonly string[]>>;
  /** Static methods and fields; those of `DefaultGroovyMethods` are methods of any object. */
  readonly statics: Readonly<Record<string, readonly string[]>>;
  readonly constructors: readonly string[];
}
