import type { Tree } from './tree.ts';
import { childNamed, field, named, textOf, withChild, without } from './tree-parts.ts';

const PACKAGE = 'hudson.plugins.git.extensions.impl';

/** Reads fields of old: texts that count unless they are blank, and switches. */
interface OldFields {
  readonly text: (name: string) => string | undefined;
  readonly isOn: (name: string) => boolean;
}

/** Extensions by the old fields that they are made of, in the order in which the plugin makes them. */
const extensions: readonly {
  readonly fields: readonly string[];
  readonly make: (old: OldFields) => Tree | undefined;
}[] = [
  one('excludedUsers', ({ text }) => textExtension('UserExclusion', 'excludedUsers', text('excludedUsers'))),
  {
    fields: ['excludedRegions', 'includedRegions'],
    make: ({ text }) =>
      textsExtension('PathRestriction', {
        includedRegions: text('includedRegions'),
        excludedRegions: text('excludedRegions'),
      }),
  },
  one('relativeTargetDir', ({ text }) =>
    textExtension('RelativeTargetDirectory', 'relativeTargetDir', text('relativeTargetDir')),
  ),
  {
    fields: ['disableSubmodules', 'recursiveSubmodules', 'trackingSubmodules'],
    make: ({ isOn }) => {
      const names = ['disableSubmodules', 'recursiveSubmodules', 'trackingSubmodules'];
      if (!names.some(isOn)) return undefined;
      const flags = names.map((name) => field(name, String(isOn(name))));
      return named(`${PACKAGE}.SubmoduleOption`, flags);
    },
  },
  {
    fields: ['gitConfigName', 'gitConfigEmail'],
    make: ({ text }) =>
      textsExtension('UserIdentity', { name: text('gitConfigName'), email: text('gitConfigEmail') }),
  },
  flag('pruneBranches', 'PruneStaleBranch'),
  flag('clean', 'CleanCheckout'),
  flag('wipeOutWorkspace', 'WipeWorkspace'),
  flag('authorOrCommitter', 'AuthorInChangelog'),
  flag('ignoreNotifyCommit', 'IgnoreNotifyCommit'),
  one('scmName', ({ text }) => textExtension('ScmName', 'name', text('scmName'))),
  one('localBranch', ({ text }) => textExtension('LocalBranch', 'localBranch', text('localBranch'))),
  {
    fields: ['reference', 'useShallowClone'],
    make: ({ text, isOn }) => {
      const reference = text('reference');
      if (reference === undefined && !isOn('useShallowClone')) return undefined;
      return named(`${PACKAGE}.CloneOption`, [
        field('shallow', String(isOn('useShallowClone'))),
        ...(reference === undefined ? [] : [field('reference', reference)]),
      ]);
    },
  },
];

/** A field that nothing is made of any more. */
const DEAD = 'remotePoll';

/**
 * Returns a checkout by Git with extensions instead of the fields of versions before 2: what has its extension already
 * is ignored. A merge before the build, a build chooser and `skipTag` of old stay as they are.
 */
export function gitScmForm(tree: Tree): Tree {
  const old: OldFields = {
    text: (name) => {
      const text = textOf(tree, name);
      return text === undefined || text.trim() === '' ? undefined : text;
    },
    isOn: (name) => textOf(tree, name) === 'true',
  };
  const fields = extensions.flatMap((extension) => extension.fields);
  if (!tree.children.some(({ name }) => fields.includes(name) || name === DEAD)) return tree;
  const known = childNamed(tree, 'extensions') ?? named('extensions');
  const added = extensions
    .flatMap(({ make }) => make(old) ?? [])
    .filter(({ name }) => childNamed(known, name) === undefined);
  const rest = without(tree, ...fields, DEAD);
  if (added.length === 0) return rest;
  return withChild(rest, { ...known, text: '', children: [...known.children, ...added] });
}

function one(name: string, make: (old: OldFields) => Tree | undefined): (typeof extensions)[number] {
  return { fields: [name], make };
}

function flag(name: string, className: string): (typeof extensions)[number] {
  return one(name, ({ isOn }) => (isOn(name) ? named(`${PACKAGE}.${className}`) : undefined));
}

function textExtension(className: string, name: string, text: string | undefined): Tree | undefined {
  return text === undefined ? undefined : named(`${PACKAGE}.${className}`, [field(name, text)]);
}

function textsExtension(
  className: string,
  texts: Readonly<Record<string, string | undefined>>,
): Tree | undefined {
  const fields = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [field(name, text)],
  );
  return fields.length === 0 ? undefined : named(`${PACKAGE}.${className}`, fields);
}
