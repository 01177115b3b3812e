import type {
  InlinePipeline,
  JobBuilder,
  JobParameter,
  JobProperty,
  JobPublisher,
  JobScm,
  JobsSpec,
  JobTrigger,
  JobWrapper,
  RemoteJenkinsfile,
} from '../../../../schema/generated/located.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../../source/node.ts';

/** The lists of things that jobs, folders and views may have; each kind has some of them. */
export interface Item {
  readonly builders?: readonly JobBuilder[];
  readonly inline_pipeline?: InlinePipeline | undefined;
  readonly parameters?: readonly JobParameter[];
  readonly properties?: readonly JobProperty[];
  readonly publishers?: readonly JobPublisher[];
  readonly remote_jenkinsfile?: RemoteJenkinsfile | undefined;
  readonly scm?: readonly JobScm[];
  readonly triggers?: readonly JobTrigger[];
  readonly wrappers?: readonly JobWrapper[];
}

/** An item, its kind, and whether it is what all items of its kind say. */
export interface KindItem {
  readonly kind: string;
  readonly item: Item & LocatedObject;
}

/** Returns every item of jobs.bitesize, and then the defaults of each kind. */
export function* eachItem(spec: JobsSpec | undefined): Generator<KindItem> {
  for (const entry of spec === undefined ? [] : [...spec.jobs, spec.defaults]) {
    for (const [kind, item] of Object.entries(entry)) {
      // Each field but `$` is an item, or what is said of all items of its kind.
      if (kind !== '$') yield { kind, item };
    }
  }
}

/** What is looked at in each thing that an entry can be. */
export type ThingChecks<Entry> = {
  readonly [Name in Exclude<keyof Entry, '$'>]?: (spec: NonNullable<Entry[Name]>) => Iterable<Diagnostic>;
};

/** Returns what the check of an entry's thing finds; nothing where the table has none for it. */
export function* thingFindings<Entry extends LocatedObject>(
  entry: Entry,
  checks: ThingChecks<Entry>,
): Generator<Diagnostic> {
  for (const name of Object.keys(entry) as (keyof ThingChecks<Entry>)[]) {
    const spec = entry[name];
    const check = checks[name];
    if (spec !== undefined && spec !== null && check !== undefined) yield* check(spec);
  }
}
