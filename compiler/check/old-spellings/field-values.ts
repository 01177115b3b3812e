import { diagnose } from '../../diagnostics/diagnose.ts';
import { entryOf, type OldSpelling, type Respelled, replaceEntry } from './old-spelling.ts';

interface OldValue {
  readonly on: readonly string[];
  readonly field: string;
  /** The old value; lower case, compared without case. */
  readonly from: string;
  readonly to: string;
  readonly happened: string;
}

const deployments = ['EnvironmentDeployment', 'ServiceDeployment'];
const unknownMode =
  'the plugin passed it on and Kubernetes refused the claim; environment-operator refused the file';

/** Values that have one certain meaning under another name. */
const oldValues: readonly OldValue[] = [
  ...[
    'rolling-update',
    'rolling_upgrade',
    'rolling_update',
    'rollingupgrade',
    'rollingupdate',
    'rolling',
  ].map((from) => ({
    on: deployments,
    field: 'method',
    from,
    to: 'rolling-upgrade',
    happened:
      'the plugin took every unknown method for a rolling upgrade; environment-operator refused the file',
  })),
  {
    on: ['Service'],
    field: 'type',
    from: 'mks',
    to: 'msk',
    happened: 'a slip for Amazon MSK in the samples of environment-operator, corrected in its release 1.2.9',
  },
  { on: ['Volume'], field: 'modes', from: 'rwo', to: 'ReadWriteOnce', happened: unknownMode },
  { on: ['Volume'], field: 'modes', from: 'rox', to: 'ReadOnlyMany', happened: unknownMode },
  { on: ['Volume'], field: 'modes', from: 'rwx', to: 'ReadWriteMany', happened: unknownMode },
  { on: ['Volume'], field: 'modes', from: 'rwop', to: 'ReadWriteOncePod', happened: unknownMode },
];

/** One spelling for each old value of each kind of object. */
export const oldFieldValues: readonly OldSpelling[] = oldValues.flatMap((old) =>
  old.on.map((on) => ({ on, keys: [old.field], apply: (owner) => respell(owner, old) })),
);

function respell(owner: Parameters<OldSpelling['apply']>[0], old: OldValue): Respelled | undefined {
  const entry = entryOf(owner, old.field);
  if (entry?.value.kind !== 'scalar' || entry.value.text.trim().toLowerCase() !== old.from) return undefined;
  const { span, text } = entry.value;
  const found = diagnose('spelling/value', { field: old.field, from: text, to: old.to }, span, {
    help: old.happened,
    fixes: [{ title: `write \`${old.to}\``, edits: [{ span, text: old.to }], safe: true }],
  });
  const value = { ...entry.value, text: old.to };
  return { owner: replaceEntry(owner, entry, [{ ...entry, value }]), diagnostics: [found] };
}
