import type { XmlElement } from '../print/xml-element.ts';
import type { Origin } from '../text/origin.ts';
import type { LineMark } from '../text/traced-text.ts';

/** The kinds of things in an output that people think in. */
export type EntityKind =
  | 'job'
  | 'folder'
  | 'view'
  | 'own-script'
  | 'plugin'
  | 'credential'
  | 'init-script'
  | 'image'
  | 'kubernetes-object'
  | 'setting';

/** One field of an entity: its value as text, and where it comes from. */
export interface Field {
  readonly value: string;
  readonly origin: Origin | undefined;
  /** Of a text: where its lines come from. */
  readonly marks?: readonly LineMark[];
}

/** One thing that is made, with all its fields by path. */
export interface Entity {
  readonly kind: EntityKind;
  /** Unique among the entities of its kind. */
  readonly name: string;
  readonly origin: Origin | undefined;
  readonly fields: ReadonlyMap<string, Field>;
  /** Of a job, folder or view: its configuration, which is made when it is asked for. */
  readonly element?: () => XmlElement;
  /** Whether it is a job, folder or view of jobs.bitesize. */
  readonly isOwn?: true;
}
