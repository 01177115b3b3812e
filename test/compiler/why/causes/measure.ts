import { compile } from '../../../../compiler/compile.ts';
import type { Artifact } from '../../../../compiler/model/artifact.ts';
import type { Compilation } from '../../../../compiler/pipeline.ts';
import type { Catalogue } from '../../../../compiler/plugins/catalogue.ts';
import { fullCatalogue } from '../../../../compiler/plugins/full-catalogue.ts';
import { single } from '../../../../compiler/text/origin.ts';
import { whyOutput } from '../../../../compiler/why/why-output.ts';
import { type ChangedText, changedFiles } from './changed-lines.ts';
import {
  isChoice,
  type Leaf,
  leavesOf,
  type Mutant,
  mutantsOf,
  renamedTogether,
  takenFromDefaults,
  takenOut,
} from './leaves.ts';
import type { MeasuredProject } from './projects.ts';

/** What became of one leaf. */
export interface LeafResult {
  readonly leaf: Leaf;
  /** The change that compiled; undefined when none did. */
  readonly mutant: string | undefined;
  /** Lines that changed, on both sides, and those among them that do not name the leaf. */
  readonly changed: number;
  readonly missed: readonly string[];
  /** Lines that name the leaf, and those among them that none of its changes changes. */
  readonly named: number;
  readonly wrong: readonly string[];
}

/** More changes of a leaf than this say nothing more. */
const MOST_MUTANTS = 4;

/** Changes the leaves of a project one at a time, those that `chosen` wants, and asks of each changed line why. */
export async function measureProject(
  { sources, files }: MeasuredProject,
  chosen: (leaf: Leaf) => boolean = () => true,
): Promise<readonly LeafResult[]> {
  const compiled = await compilerOf({ sources, files });
  const base = compiled(new Map());
  const leaves = base.sources.flatMap(leavesOf);
  const named = linesByPlace(base.artifacts);
  return leaves.filter(chosen).map((leaf) => measureLeaf(leaf, leaves, base.artifacts, compiled, named));
}

/** Compiles a project with other texts of its specs, by name. */
type Compiler = (texts: ReadonlyMap<string, string>) => Compilation;

/** Returns how a project is compiled; one of which nothing can be made would pass every test. */
export async function compilerOf({
  sources,
  files,
}: Pick<MeasuredProject, 'sources' | 'files'>): Promise<Compiler> {
  const catalogue = await catalogueFor(sources, files);
  const compiler: Compiler = (texts) =>
    compile(
      sources.map(({ name, text }) => ({ name, text: texts.get(name) ?? text })),
      { files, unknownFields: 'warn', allowPlainSecrets: true, ...(catalogue ? { catalogue } : {}) },
    );
  if (compiler(new Map()).artifacts.length === 0) throw new Error('nothing comes of the project');
  return compiler;
}

/** A project that names plugins of its own needs the catalogue of all of them. */
async function catalogueFor(
  sources: MeasuredProject['sources'],
  files: MeasuredProject['files'],
): Promise<Catalogue | undefined> {
  const { diagnostics, ir } = compile(sources, { files });
  if (!diagnostics.some(({ code }) => code === 'plugin/unknown') || ir === undefined) return undefined;
  return fullCatalogue(ir.plugins.line);
}

type Place = string;

function placeOf(file: string, start: number): Place {
  return `${file}:${start}`;
}

/** Returns the places of specs that a line of a file names; line 0 is the file itself. */
function placesOf(artifact: Artifact, line: number): ReadonlySet<Place> {
  const causes = line === 0 ? single(artifact.origin) : whyOutput(artifact, line);
  return new Set(
    causes.flatMap((cause) =>
      cause.kind === 'spec' ? [placeOf(cause.span.file.name, cause.span.start)] : [],
    ),
  );
}

/** Objects start where their first key does, and a leaf starts behind its key: no two of them share a place. */
function linesByPlace(artifacts: readonly Artifact[]): ReadonlyMap<Place, readonly string[]> {
  const found = new Map<Place, string[]>();
  for (const artifact of artifacts) {
    artifact.content.text.split('\n').forEach((text, index) => {
      if (!/[A-Za-z0-9]/.test(text)) return;
      for (const place of placesOf(artifact, index + 1))
        found.set(place, [...(found.get(place) ?? []), `${artifact.path}:${index + 1}: ${text.trim()}`]);
    });
  }
  return found;
}

function measureLeaf(
  leaf: Leaf,
  leaves: readonly Leaf[],
  base: readonly Artifact[],
  compiled: Compiler,
  named: ReadonlyMap<Place, readonly string[]>,
): LeafResult {
  const own = [{ file: leaf.file.name, start: leaf.node.span.start }];
  const missed: string[] = [];
  const touched = new Set<string>();
  let changed = 0;
  let first: Mutant | undefined;
  let tried = 0;
  const alone = firstThatCompile(mutantsOf(leaf, leaves), compiled, isChoice(leaf) ? Infinity : MOST_MUTANTS);
  const together = alone.length > 0 ? [] : firstThatCompile(renamedTogether(leaf, leaves), compiled, 1);
  const same = leaves.filter(({ node }) => node.text === leaf.node.text);
  const group = same.map(({ file, node }) => ({ file: file.name, start: node.span.start }));
  for (const { mutant, artifacts } of [
    ...alone,
    ...together,
    ...firstThatCompile(takenFromDefaults(leaf), compiled, Infinity),
    ...firstThatCompile(takenOut(leaf), compiled, MOST_MUTANTS),
  ]) {
    const isGone = mutant.what === 'taken out';
    first ??= isGone ? undefined : mutant;
    const asked = tried++ === 0 && !isGone;
    const before = together.length > 0 && !isGone ? group : own;
    for (const { before: old, after: now, gone, come, touched: moved } of changedFiles(base, artifacts)) {
      const renamed = old?.path !== now?.path;
      const whole: ChangedText = { count: 1, among: [0] };
      const texts = [
        ...(old && renamed ? [{ file: old, text: whole, places: before }] : []),
        ...(now && renamed ? [{ file: now, text: whole, places: mutant.starts }] : []),
        ...(old ? gone.map((text) => ({ file: old, text, places: before })) : []),
        ...(now ? come.map((text) => ({ file: now, text, places: mutant.starts })) : []),
      ];
      if (old !== undefined && now === undefined) {
        old.content.text.split('\n').forEach((_, index) => {
          touched.add(`${old.path}:${index + 1}`);
        });
      }
      for (const line of moved) touched.add(`${old?.path}:${line}`);
      if (!asked) continue;
      for (const { file, text, places } of texts) {
        changed += text.count;
        const without = text.among.filter((line) => !names(file, line, places));
        const few = text.count - (text.among.length - without.length);
        for (const line of without.slice(0, Math.max(0, few)))
          missed.push(`${file === old ? '-' : '+'}${file.path}:${line}: ${textOf(file, line)}`);
      }
    }
  }
  const lines = named.get(placeOf(leaf.file.name, leaf.node.span.start)) ?? [];
  const hasChange = first !== undefined;
  return {
    leaf,
    mutant: first?.what,
    changed,
    missed,
    named: hasChange ? lines.length : 0,
    wrong: hasChange ? lines.filter((line) => !touched.has(/^.*?:\d+/.exec(line)?.[0] ?? '')) : [],
  };
}

function names(file: Artifact, line: number, places: Mutant['starts']): boolean {
  const named = placesOf(file, line);
  return places.some(({ file: name, start }) => named.has(placeOf(name, start)));
}

function textOf({ content }: Artifact, line: number): string {
  return line === 0 ? '(the file)' : (content.text.split('\n')[line - 1] ?? '').trim();
}

function firstThatCompile(
  mutants: readonly Mutant[],
  compiled: (texts: ReadonlyMap<string, string>) => Compilation,
  most: number,
): readonly { readonly mutant: Mutant; readonly artifacts: readonly Artifact[] }[] {
  const found: { mutant: Mutant; artifacts: readonly Artifact[] }[] = [];
  for (const mutant of mutants) {
    if (found.length === most) break;
    const { artifacts } = compiled(mutant.texts);
    if (artifacts.length > 0) found.push({ mutant, artifacts });
  }
  return found;
}
