import { compileFully } from '../../compile.ts';
import type { ProjectChanges } from '../../diff/change.ts';
import { diff } from '../../diff.ts';
import type { Compilation } from '../../pipeline.ts';
import { openProject } from '../../read/open-project.ts';
import type { Side } from './project-sides.ts';

/** What a project on one side becomes, and how many errors are in its way. */
export interface CompiledSide {
  readonly folder: string;
  readonly compilation: Compilation;
  readonly errors: number;
}

/** How much is asked for. */
export interface DiffDetail {
  /** The differences of the files as well. */
  readonly unified: boolean;
  /** Whether the files of several projects have to be told apart. */
  readonly isFleet: boolean;
}

/** Returns what a project becomes. What else is wrong with it is the business of `check`. */
export async function compileSide({ host, folder, shared }: Side): Promise<CompiledSide> {
  const project = await openProject(host, folder);
  const { sources, files } = project;
  const compilation = await compileFully(sources, {
    unknownFields: 'warn',
    allowPlainSecrets: true,
    files,
    ...(shared && { shared }),
  });
  const all = [...project.diagnostics, ...compilation.diagnostics];
  const errors = all.filter(({ code, severity }) => severity === 'error' && code !== 'file/no-specs');
  return { folder, compilation, errors: errors.length };
}

/** Returns what changes from one side to the other; an absent side has nothing in it. */
export function diffSides(
  before: CompiledSide | undefined,
  after: CompiledSide | undefined,
  { unified, isFleet }: DiffDetail,
): ProjectChanges {
  const folder = after?.folder ?? before?.folder ?? '';
  return {
    folder,
    ...(before !== undefined && before.folder !== folder ? { from: before.folder } : {}),
    presence: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    ...diff(before?.compilation, after?.compilation, { unified, folder: isFleet ? folder : undefined }),
  };
}
