/**
 * The public face of one class of Jenkins core or of a plugin, as its source declares it. Types are written as in
 * Java, fully qualified but for `java.lang`; nested classes are joined with dots.
 */
export interface ApiClass {
  readonly kind: 'class' | 'abstract class' | 'interface' | 'enum';
  readonly typeParameters?: readonly string[];
  readonly extends?: string;
  readonly implements?: readonly string[];
  /** Parameter lists, as in `(String, int)`. */
  readonly constructors?: readonly string[];
  /** As in `static NAME: Type`. */
  readonly fields?: readonly string[];
  readonly protectedFields?: readonly string[];
  /** As in `static <T> name(Type, Type...): Result`; an interface's method with a body starts with `default `. */
  readonly methods?: readonly string[];
  /** Members of the lists above that carry `@Deprecated`; `class` when the class itself does. */
  readonly deprecated?: readonly string[];
  /** Members that carry `@Restricted`; `class` when the class itself does. */
  readonly restricted?: readonly string[];
}

/** The content of one file of `data/`: the classes of core or of one plugin. */
export interface ApiFile {
  /** Plugin id, or `core` and its libraries. */
  readonly plugin: string;
  /** The version in the plugin set of LTS 2.568.2 (jenkinsci/bom 2.568.x). */
  readonly version: string;
  /** The revision and date whose source was read. */
  readonly read: string;
  /** Repository on GitHub. */
  readonly source: string;
  readonly classes: Readonly<Record<string, ApiClass>>;
}

/** Types that signatures mention and that nobody calls: only their being an interface matters. */
export interface OtherTypes {
  readonly interfaces: readonly string[];
}
