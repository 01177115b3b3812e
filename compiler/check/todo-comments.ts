import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/span.ts';
import { type Comment, findComments } from './comments.ts';

/** More places would hide what is wrong. */
const MOST_PLACES = 30;

/** Returns the comments of specs that say that something is left to do. */
export function todoComments(file: SourceFile): readonly Comment[] {
  return findComments(file, 'TODO');
}

/** Returns one finding about all that comments of a project leave to do; none when they leave nothing. */
export function findTodos(sources: readonly SourceFile[]): readonly Diagnostic[] {
  const [first, ...others] = sources.flatMap(todoComments);
  if (first === undefined) return [];
  const hidden = others.length - MOST_PLACES;
  return [
    diagnose('check/todo', { count: others.length + 1 }, first.span, {
      labels: others.slice(0, MOST_PLACES).map(({ span }) => ({ span, text: 'and this' })),
      help: [
        'do what the comment says, then remove it',
        ...(hidden > 0 ? [`there are ${hidden} more places`] : []),
      ],
    }),
  ];
}
