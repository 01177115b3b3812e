import type { Cause } from './cause.ts';
import type { EntityKind, Field } from './entity.ts';

/** What changes in one project of several. */
export interface ProjectChanges {
  /** The folder as the user named it; of a removed project, where it was. */
  readonly folder: string;
  /** The folder from which the project moved here. */
  readonly from?: string;
  readonly presence: 'changed' | 'added' | 'removed';
  readonly changes: readonly Change[];
  /** The differences of the files, where they were asked for. */
  readonly unified?: string;
}

/** A field with another value; `before` or `after` is absent when the field is new or gone. */
export interface FieldChange {
  readonly path: string;
  /** Of one line of a text: its number in the new text, or where it would stand there. */
  readonly line?: number;
  readonly before?: Field;
  readonly after?: Field;
  /** Why it differs, if anything written does. */
  readonly because?: Cause;
}

/** The kinds of risks, by what is lost: data, then what users reach, then what holds others back or what they take, then the rest. */
export const riskKinds = [
  'data-lost',
  'outage',
  'traffic-moved',
  'host-moved',
  'tls-off',
  'gate-opened',
  'trigger-lost',
  'publication-moved',
  'permission-widened',
  'downgrade',
  'history-lost',
  'edit-lost',
  'left-behind',
  'not-applied',
  'mass-removal',
] as const;

export type RiskKind = (typeof riskKinds)[number];

/** What a reviewer must not overlook about a change. */
export interface Risk {
  readonly kind: RiskKind;
  readonly text: string;
}

/** One entity that is added, removed, changed or renamed. */
export interface Change {
  readonly action: 'add' | 'change' | 'remove' | 'rename';
  readonly kind: EntityKind;
  readonly name: string;
  /** The old name of a renamed entity. */
  readonly from?: string;
  /** The place of a spec that made it so, of the new or of the old specs. */
  readonly because?: Cause;
  readonly fields: readonly FieldChange[];
  readonly risks: readonly Risk[];
}

/** Changes that belong together, under a heading. */
export interface ChangeGroup {
  /** What it is called in JSON. */
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  /** Things that are only named: nothing happens to them. */
  readonly names?: readonly NamedThing[];
}

/** A thing that is only named. */
export interface NamedThing {
  readonly kind: EntityKind;
  readonly name: string;
}
