import type { SpecKind } from '../source/spec-kind.ts';
import type { DocField } from './list-fields.ts';

/** A page of the reference. */
export interface ReferencePart {
  /** The name of its files, without `.html` or `.md`. */
  readonly name: string;
  readonly title: string;
  /** What it has, in Markdown. */
  readonly about: string;
  readonly kinds: readonly SpecKind[];
}

/**
 * The pages of the reference, the first one first. The things that jobs of one's own may hold are many times what the
 * other specs have; they have a page of their own, so that the first one stays small.
 */
export const referenceParts: readonly ReferencePart[] = [
  {
    name: 'reference',
    title: 'Reference',
    about:
      'every field of `build`, `application`, `environments`, `jenkins` and `controllers`, and what it becomes',
    kinds: ['build', 'application', 'environments', 'jenkins', 'controllers'],
  },
  {
    name: 'jobs-reference',
    title: 'Reference of jobs.bitesize',
    about: 'every field of jobs of one’s own, and what it becomes',
    kinds: ['jobs'],
  },
];

const pages = new Map(
  referenceParts.flatMap(({ name, kinds }) => kinds.map((kind) => [kind, `${name}.html`])),
);

/** Returns the page of the reference that has the fields of a kind of specs, from the folder of the site. */
export function referencePageOf(kind: SpecKind): string {
  return pages.get(kind) ?? '';
}

/** Returns the address of a field from the folder of the site. */
export function fieldAddress({ kind, anchor }: Pick<DocField, 'kind' | 'anchor'>): string {
  return `${referencePageOf(kind)}#${anchor}`;
}
