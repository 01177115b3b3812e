import { isCode } from '../source/spec-kind.ts';
import { positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { groupBy } from '../util/group-by.ts';
import { renameConsequences } from './names/consequences.ts';
import { impliedNames } from './names/implied-names.ts';
import { nameIndex } from './names/name-index.ts';
import { type NameUse, type ThingKind, textPiece, thingId } from './names/name-use.ts';
import { codeText, insertedField, scalarText } from './names/written-name.ts';
import { nameAt } from './navigate.ts';
import type { Place, Range } from './place.ts';
import { type ProjectView, viewProject } from './workspace.ts';

/** A text that takes the place of another one. */
export interface TextEdit extends Place {
  readonly text: string;
}

/** What a rename changes in the specs, and what follows from it, a sentence each: what `diff` would say. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
  readonly consequences: readonly string[];
}

/** Returns what would be renamed at a place; undefined where nothing can be. */
export function renameRangeAt(
  view: ProjectView,
  file: string,
  offset: number,
): (Range & { readonly placeholder: string }) | undefined {
  const use = nameAt(view, file, offset);
  if (
    use === undefined ||
    !nameIndex(view)
      .usesOf(use)
      .some(({ isDeclaration }) => isDeclaration)
  )
    return undefined;
  return { start: use.start, end: use.end, placeholder: use.name };
}

/** Returns the edits that give the thing at a place another name everywhere, or why that cannot be. */
export function renameAt(
  view: ProjectView,
  file: string,
  offset: number,
  newName: string,
): Renaming | { readonly problem: string } {
  const use = nameAt(view, file, offset);
  if (use === undefined) return { problem: 'nothing here has a name' };
  const uses = nameIndex(view).usesOf(use);
  const [declaration] = uses;
  if (declaration?.isDeclaration !== true)
    return { problem: `\`${use.name}\` is not defined in these specs` };
  const name = newNameAt(use, declaration, newName);
  if (name === declaration.name) return { edits: [], consequences: [] };
  const problem = nameProblem(declaration.kind, name) ?? takenBy(view, uses, name) ?? computed(uses);
  if (problem !== undefined) return { problem };
  const edits = [...renamedTexts(uses, name), ...writtenOut(view, uses, name)];
  return afterwards(view, edits);
}

/** A job may be referred to by a part of its name; what is typed there takes the place of that part. */
function newNameAt(use: NameUse, declaration: NameUse, newName: string): string {
  if (use.kind !== 'job' || use.isDeclaration || use.name === declaration.name) return newName;
  const at = declaration.name.length - use.name.length;
  return at > 0 && declaration.name.endsWith(use.name) && !newName.startsWith('/')
    ? declaration.name.slice(0, at) + newName
    : newName.replace(/^\//, '');
}

function nameProblem(kind: ThingKind, name: string): string | undefined {
  if (name.trim() === '') return 'a name must not be empty';
  if (name !== name.trim() || /[\r\n\t]/.test(name))
    return 'a name has no blanks around it, and no line breaks';
  if (kind === 'label' && /[\s&|!()<>"]/.test(name)) return 'a label has no blanks and no operators in it';
  return undefined;
}

function takenBy(view: ProjectView, uses: readonly NameUse[], name: string): string | undefined {
  const [first] = uses;
  if (first === undefined || first.kind === 'project') return undefined;
  const wanted = new Set(
    uses.map(({ id, kind }) => {
      const [, scope = ''] = JSON.parse(id) as readonly string[];
      return thingId(kind, kind === 'job' || kind === 'view' ? name.toLowerCase() : name, scope);
    }),
  );
  const own = new Set(uses.map(({ id }) => id));
  const other = nameIndex(view).uses.find(
    ({ isDeclaration, id }) => isDeclaration && wanted.has(id) && !own.has(id),
  );
  if (other === undefined) return undefined;
  return `\`${name}\` is taken: ${placeText(other)}`;
}

/** A program may make a name of others; then only its author knows what to change. */
function computed(uses: readonly NameUse[]): string | undefined {
  const use = uses.find(({ file, node }) => isCode(file) && codeText(node, node.text) === undefined);
  return use && `a program makes the name at ${placeText(use)}: rename it there`;
}

function placeText({ file, start }: Pick<NameUse, 'file' | 'start'>): string {
  const { line, column } = positionAt(file, start);
  return `${file.name}:${line}:${column}`;
}

/** Returns the values in which the name stands, each with the new one. */
function renamedTexts(uses: readonly NameUse[], name: string): readonly TextEdit[] {
  const byValue = groupBy(uses, ({ node, file }) => `${node.span.start} ${file.name}`);
  return [...byValue.values()].flatMap((group): readonly TextEdit[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { node } = first;
    const piece = textPiece(node);
    let text = first.write(name);
    if (piece.isExact) {
      text = node.text;
      for (const { start, end, write } of [...group].sort((a, b) => b.start - a.start))
        text = text.slice(0, start - piece.start) + write(name) + text.slice(end - piece.start);
    }
    const written = isCode(piece.file) ? codeText(node, text) : scalarText(node, text);
    return written === undefined ? [] : [{ file: piece.file.name, ...written }];
  });
}

/** Returns what was implied by a name that is another one now, written out. */
function writtenOut(view: ProjectView, uses: readonly NameUse[], name: string): readonly TextEdit[] {
  const ids = new Set(uses.map(({ id }) => id));
  const places = new Set(uses.map(({ file, start }) => `${start} ${file.name}`));
  const edits = impliedNames(view).flatMap((implied): readonly TextEdit[] => {
    const { id, file, object, field, place } = implied;
    const isMeant = ids.has(id);
    const isMeaning = place !== undefined && places.has(`${startOfName(file, place.start)} ${file.name}`);
    if (isMeant === isMeaning || implied.isMerged || isCode(file)) return [];
    return [insertedField(file, object.node, field, isMeant ? name : implied.name)];
  });
  // An object that aliases repeat is written once.
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.file}`, edit])).values()];
}

/** A value starts at its quote, its text behind it. */
function startOfName({ text }: SourceFile, start: number): number {
  return /["'`]/.test(text[start] ?? '') ? start + 1 : start;
}

function afterwards(view: ProjectView, edits: readonly TextEdit[]): Renaming | { readonly problem: string } {
  if (edits.some(({ file }) => isCode({ name: file })))
    return { edits, consequences: ['what it means for jobs and objects is known when the program has run'] };
  const byFile = groupBy(edits, ({ file }) => file);
  const sources = view.sources.map((source) => {
    const own = byFile.get(source.name);
    return own === undefined ? source : { name: source.name, text: applied(source.text, own) };
  });
  const after = viewProject(sources, view.options, view);
  const problem = newError(view, after);
  return problem === undefined ? { edits, consequences: renameConsequences(view, after) } : { problem };
}

/** Returns a text with edits made, which do not overlap. */
function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((before, { start, end, text: now }) => before.slice(0, start) + now + before.slice(end), text);
}

/** Messages quote names, so errors are counted by their codes. */
function newError(before: ProjectView, after: ProjectView): string | undefined {
  const left = new Map<string, number>();
  const errors = ({ analysis }: ProjectView) =>
    analysis.diagnostics.filter(({ severity }) => severity === 'error');
  for (const { code } of errors(before)) left.set(code, (left.get(code) ?? 0) + 1);
  for (const { code, message } of errors(after)) {
    const count = left.get(code) ?? 0;
    if (count === 0) return message;
    left.set(code, count - 1);
  }
  return undefined;
}
