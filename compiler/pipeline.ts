import type { Emitter } from '../emitters/emitter.ts';
import { partsRead, runEmitters } from '../emitters/run-emitters.ts';
import type { SharedController } from '../schema/generated/located.ts';
import { type CheckedSpec, checkSpec, type Specs } from './check/check-spec.ts';
import { externalIsRead } from './check/external-names.ts';
import { findMirroredBases } from './check/mirrored-bases.ts';
import { findPlaceholders } from './check/placeholders.ts';
import { allRules } from './check/rules/all-rules.ts';
import { withoutSecrets } from './check/rules/secrets/mask-text.ts';
import { findTodos } from './check/todo-comments.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { FindingList, type LeftOut } from './diagnostics/finding-list.ts';
import { canLower, mergeFindings } from './diagnostics/merge-findings.ts';
import { linkProject, type Roots } from './link/link-project.ts';
import type { Project } from './link/project.ts';
import type { UnreadPart } from './link/unread-part.ts';
import type { LowerInputs } from './lower/lower.ts';
import type { Artifact } from './model/artifact.ts';
import { type Ir, type IrPart, irParts } from './model/ir.ts';
import { withEditsOfCode } from './source/edits-of-code.ts';
import { type ParsedFile, parseSource } from './source/parse-source.ts';
import { type SpecKind, specKindOf } from './source/spec-kind.ts';
import type { SourceFile } from './text/span.ts';

/*
 * The stages of the compiler, top to bottom:
 *
 *   sources -> parse -> check -> link -> lower -> emit
 *
 * Each stage takes the value of the one before and gives a value and diagnostics; nothing that a user can write
 * makes one throw. All of it is pure: no file system, no clock, no network, no environment.
 */

/** What a project is compiled from and how. Everything that could change the output is in here. */
export interface CompileOptions extends LowerInputs {
  /**
   * Names of the emitters to run; all of them when absent. Of the back end only what these read is made and checked;
   * all of it for an empty list.
   */
  readonly emit?: readonly string[];
  /** Parts of the IR to make and check besides what the emitters read. */
  readonly parts?: readonly IrPart[];
  /** What a field that no engine knows is: an error (the default) or a warning. */
  readonly unknownFields?: 'error' | 'warn';
  /**
   * Whether what cannot work outside of an example is found, too: hosts of RFC 2606, the registry of the default, base
   * images that must be copied first. The command line asks for it, unless it is told not to.
   */
  readonly findPlaceholders?: boolean;
  /**
   * How many errors, and how many warnings, are kept: 1,000 when absent, all of them for 0. Two more findings say how
   * many were left out.
   */
  readonly mostFindings?: number;
  /** The controller that serves the project, where it has no Jenkins of its own. */
  readonly shared?: SharedController;
}

/** What came out. Artifacts are empty when a diagnostic is an error. */
export interface Compilation {
  /** The specs that were read, in the order in which they were given. */
  readonly sources: readonly SourceFile[];
  readonly ir: Ir | undefined;
  /** Sorted by path. */
  readonly artifacts: readonly Artifact[];
  /** Of all stages and files, sorted by file and place, without duplicates. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether everything was checked: not so where only some parts of the IR were asked for. */
  readonly isWhole: boolean;
}

/** What the front end (parse, check, link) found; enough for `bitesize check` without any back end loaded. */
export interface Analysis {
  readonly sources: readonly SourceFile[];
  readonly files: readonly ParsedFile[];
  readonly specs: Specs;
  readonly project: Project;
  /** Whether the names that others look after were read: `external` of jobs.bitesize. */
  readonly externalIsRead: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that are not among them. */
  readonly leftOut: LeftOut;
}

/** The IR of a project, and what could not be expressed. */
interface LoweredProject {
  readonly ir: Ir;
  readonly diagnostics: readonly Diagnostic[];
}

/** The back end, passed in so that `check` does not have to load it. */
export interface BackEnd {
  readonly lower: (project: Project, inputs: LowerInputs, parts?: readonly IrPart[]) => LoweredProject;
  readonly emitters: readonly Emitter[];
}

/** Returns what the specs of one project say, and everything that is wrong with them. */
export function analyse(sources: readonly SourceFile[], options: CompileOptions = {}): Analysis {
  const files = sources.map(parseSource);
  const findings = new FindingList(options.mostFindings);
  for (const file of files) findings.addAll(file.diagnostics);
  let isWhole = true;
  const unread = new Set<UnreadPart>();
  const roots: Partial<Record<SpecKind, Roots[SpecKind]>> = {};
  const specs: { -readonly [K in SpecKind]?: Specs[K] } = {};
  for (const { file, root } of files) {
    const kind = specKindOf(file.name);
    if (kind === undefined) continue;
    if (root === undefined) unread.add(kind);
    if (root === undefined) continue;
    roots[kind] = root;
    const checked = checkInto(specs, kind, root, options);
    findings.addAll(checked.diagnostics);
    findings.addLeftOut({ errors: checked.leftOut, warnings: 0 });
    isWhole &&= checked.leftOut === 0;
    const errors = checked.diagnostics.filter(isError);
    if (errors.length > 0) unread.add(kind);
    if (kind === 'jobs' && !externalIsRead(root, errors)) unread.add('external');
  }
  const context = {
    allowPlainSecrets: options.allowPlainSecrets ?? false,
    settingsAreRead: !unread.has('jenkins'),
    externalIsRead: !unread.has('external'),
  };
  for (const rule of allRules) findings.addAll(rule.check(specs as Specs, context));
  findings.addAll(findTodos(sources));
  if (options.findPlaceholders === true) {
    findings.addAll(findPlaceholders(files, specs as Specs));
    findings.addAll(findMirroredBases(specs as Specs));
  }
  const linked = linkProject(specs as Specs, roots as Roots, unread, options.shared);
  // Where a spec was given up, names that do not resolve mean nothing.
  if (isWhole) findings.addAll(linked.diagnostics);
  return {
    sources,
    files,
    specs: specs as Specs,
    project: linked.project,
    externalIsRead: context.externalIsRead,
    diagnostics: findings.sorted().map(forReaders),
    leftOut: findings.leftOut,
  };
}

/** Returns everything that the specs of one project become; no artifact when a diagnostic is an error. */
export function compileWith(
  backEnd: BackEnd,
  sources: readonly SourceFile[],
  options: CompileOptions = {},
): Compilation {
  return compileAnalysis(backEnd, analyse(sources, options), options);
}

/** Returns what `compileWith` returns for specs that were analysed with the same options. */
export function compileAnalysis(
  backEnd: BackEnd,
  analysis: Analysis,
  options: CompileOptions = {},
): Compilation {
  const parts = partsFor(backEnd.emitters, options);
  const { ir, diagnostics } = lowerAnalysis(analysis, backEnd.lower, options, parts);
  const artifacts =
    ir === undefined || diagnostics.some(isError) ? [] : runEmitters(backEnd.emitters, options.emit, ir);
  const { sources } = analysis;
  return { sources, ir, artifacts, diagnostics, isWhole: irParts.every((part) => parts.includes(part)) };
}

/**
 * Returns the IR of an analysed project, absent when the front end found an error, and the findings of both. Lowering
 * has its say beside errors, too, unless they leave holes.
 */
export function lowerAnalysis(
  { project, externalIsRead, diagnostics, leftOut }: Analysis,
  lower: BackEnd['lower'],
  inputs: LowerInputs & Pick<CompileOptions, 'mostFindings'>,
  parts: readonly IrPart[] = irParts,
): { readonly ir: Ir | undefined; readonly diagnostics: readonly Diagnostic[] } {
  if (!canLower(diagnostics)) return { ir: undefined, diagnostics };
  const lowered = lower(project, inputs, parts);
  const findings = new FindingList(inputs.mostFindings);
  findings.addLeftOut(leftOut);
  findings.addAll(
    mergeFindings(diagnostics.filter(isOfSpecs), lowered.diagnostics, { isSettings, externalIsRead }),
  );
  const all = findings.sorted().map(forReaders);
  return { ir: diagnostics.some(isError) ? undefined : lowered.ir, diagnostics: all };
}

function isSettings({ name }: SourceFile): boolean {
  return specKindOf(name) === 'jenkins';
}

/** What was left out is counted anew. */
function isOfSpecs({ code }: Diagnostic): boolean {
  return code !== 'limit/errors' && code !== 'limit/warnings';
}

/** Whatever a stage quotes in a message, no secret is in it. */
function forReaders(diagnostic: Diagnostic): Diagnostic {
  return withoutSecrets(withEditsOfCode(diagnostic));
}

function checkInto<K extends SpecKind>(
  specs: { [P in SpecKind]?: Specs[P] },
  kind: K,
  root: NonNullable<Roots[K]>,
  options: CompileOptions,
): Pick<CheckedSpec<K>, 'diagnostics' | 'leftOut'> {
  const { spec, diagnostics, leftOut } = checkSpec(kind, root);
  if (spec !== undefined) specs[kind] = spec;
  if (options.unknownFields !== 'warn') return { diagnostics, leftOut };
  const asWarnings = diagnostics.map((found) =>
    found.code === 'schema/unknown-field' ? { ...found, severity: 'warning' as const } : found,
  );
  return { diagnostics: asWarnings, leftOut };
}

/** Who wants no artifacts wants the IR. */
function partsFor(emitters: readonly Emitter[], { emit: names, parts }: CompileOptions): readonly IrPart[] {
  if (names === undefined || (names.length === 0 && parts === undefined)) return irParts;
  return [...(parts ?? []), ...partsRead(emitters, names)];
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

/**
 * Returns a result of lowering, made again where a plugin is asked for that the usual catalogue does not have: the one
 * with every plugin of the update centre is loaded then. It is large, and seldom needed.
 */
export async function withFullCatalogue<Result extends Pick<Compilation, 'ir' | 'diagnostics'>>(
  first: Result,
  options: CompileOptions,
  again: (options: CompileOptions) => Result,
): Promise<Result> {
  const { ir, diagnostics } = first;
  const isUnknown = diagnostics.some(({ code }) => code === 'plugin/unknown');
  if (!isUnknown || ir === undefined || options.catalogue !== undefined) return first;
  const { fullCatalogue } = await import('./plugins/full-catalogue.ts');
  const catalogue = await fullCatalogue(ir.plugins.line);
  return catalogue === undefined ? first : again({ ...options, catalogue });
}
