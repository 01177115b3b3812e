import type { ControllersSpec, SharedController } from '../../../schema/generated/located.ts';
import { checkSpec } from '../../check/check-spec.ts';
import { findPlaceholders } from '../../check/placeholders.ts';
import { allRules } from '../../check/rules/all-rules.ts';
import { withoutSecrets } from '../../check/rules/secrets/mask-text.ts';
import { findTodos } from '../../check/todo-comments.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { FindingList } from '../../diagnostics/finding-list.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, joinPath } from '../../host/path.ts';
import { projectSettings } from '../../link/hosting.ts';
import type { CompileOptions } from '../../pipeline.ts';
import { withEditsOfCode } from '../../source/edits-of-code.ts';
import { parseSource } from '../../source/parse-source.ts';
import { isCode } from '../../source/spec-kind.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { type CacheFolder, specCacheFolder } from '../cache-folder.ts';
import { type ProjectFiles, type ReplacedFile, readFleetSpec } from '../read-project.ts';
import { holdsFleet } from './fleet-root.ts';
import { matchProjects } from './match-projects.ts';

/** A controller of a fleet and the projects that it serves. */
export interface FleetController {
  readonly spec: SharedController;
  /** Paths of the project folders from the root, in the order of the file. */
  readonly paths: readonly string[];
}

/** The controllers of a fleet. */
export interface Fleet {
  /** The folder of controllers.bitesize, as the user named it. */
  readonly root: string;
  /** The file itself, and files that it names. */
  readonly files: ProjectFiles;
  readonly controllers: readonly FleetController[];
  /** Everything that is wrong with the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it is known which controller serves which project: not so where the file has an error. */
  readonly isSound: boolean;
}

/** Returns the file of a fleet's controllers; one in TypeScript is evaluated. */
export async function openFleetFile(
  host: Host,
  root: string,
  replaced?: ReplacedFile,
  cache: () => CacheFolder | undefined = () => specCacheFolder(host, [root]),
): Promise<ProjectFiles> {
  const read = readFleetSpec(host, root, replaced);
  if (!read.sources.some(isCode)) return read;
  const { evaluateProject } = await import('../evaluate-project.ts');
  return evaluateProject(host, read, cache());
}

/** Returns the located spec of a fleet's file, and what its schema finds wrong. */
export function readableFleet(
  { sources }: ProjectFiles,
  unknownFields?: CompileOptions['unknownFields'],
): { readonly spec: ControllersSpec | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const [file] = sources;
  if (file === undefined) return { spec: undefined, diagnostics: [] };
  const parsed = parseSource(file);
  if (parsed.root === undefined) return { spec: undefined, diagnostics: parsed.diagnostics };
  const { spec, diagnostics } = checkSpec('controllers', parsed.root);
  const told =
    unknownFields === 'warn'
      ? diagnostics.map((found) =>
          found.code === 'schema/unknown-field' ? { ...found, severity: 'warning' as const } : found,
        )
      : diagnostics;
  return { spec, diagnostics: [...parsed.diagnostics, ...told] };
}

/** Returns the controllers of a fleet, each with its projects. */
export async function openFleet(
  host: Host,
  root: string,
  options: CompileOptions = {},
  replaced?: ReplacedFile,
): Promise<Fleet> {
  const files = await openFleetFile(host, root, replaced);
  const { spec, diagnostics } = readableFleet(files, options.unknownFields);
  const findings = new FindingList(options.mostFindings);
  findings.addAll(files.diagnostics);
  findings.addAll(diagnostics);
  const specs = spec?.controllers ?? [];
  for (const controller of specs) findings.addAll(controllerFindings(controller, options));
  findings.addAll(findTodos(files.sources));
  if (options.findPlaceholders === true)
    findings.addAll(findPlaceholders(files.sources.map(parseSource), {}));
  findings.addAll(sameNames(specs));
  const placed = placeProjects(host, root, specs);
  findings.addAll(placed.diagnostics);
  const all = findings.sorted().map((found) => withoutSecrets(withEditsOfCode(found)));
  const isSound = !all.some(({ severity }) => severity === 'error');
  return { root, files, controllers: placed.controllers, diagnostics: all, isSound };
}

/** What rules find wrong with the settings of a controller, as if they were those of a project. */
function* controllerFindings(controller: SharedController, options: CompileOptions): Iterable<Diagnostic> {
  yield* projectSettings(controller);
  const { name, jenkins, $ } = controller;
  const context = {
    allowPlainSecrets: options.allowPlainSecrets ?? false,
    settingsAreRead: true,
    externalIsRead: true,
  };
  for (const rule of allRules)
    for (const found of rule.check({ jenkins: { $, project: name, jenkins } }, context))
      yield inFleetFile(found);
}

/** Rules know the settings by the file that a project has them in. */
function inFleetFile(found: Diagnostic): Diagnostic {
  return {
    ...found,
    help: found.help.map((line) => line.replaceAll('jenkins.bitesize', 'controllers.bitesize')),
  };
}

function* sameNames(controllers: readonly SharedController[]): Iterable<Diagnostic> {
  const first = new Map<string, Sourced<string>>();
  for (const { name } of controllers) {
    const known = first.get(name.value);
    if (known === undefined) first.set(name.value, name);
    else
      yield diagnose('fleet/same-name', { name: name.value }, spanOf(name.origin), {
        labels: labelAt(known, 'the first one'),
        help: 'give one of them another name, or join their `projects`',
      });
  }
}

function labelAt({ origin }: Sourced<string>, text: string): Diagnostic['labels'] {
  const span = spanOf(origin);
  return span === undefined ? [] : [{ span, text }];
}

interface PlacedProjects {
  readonly controllers: readonly FleetController[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the folders of all controllers. Two paths may lead to one folder, by links. */
function placeProjects(host: Host, root: string, specs: readonly SharedController[]): PlacedProjects {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, { readonly spec: SharedController; readonly pattern: Sourced<string> }>();
  const controllers = specs.map((spec) => {
    const paths: string[] = [];
    for (const pattern of spec.projects) {
      const span = spanOf(pattern.origin);
      const matched = matchProjects(host, root, pattern.value);
      if (matched.kind === 'outside') {
        diagnostics.push(
          diagnose('fleet/outside-root', { path: matched.link }, span, {
            help: 'name folders below that of `controllers.bitesize`',
          }),
        );
        continue;
      }
      if (matched.paths.length === 0)
        diagnostics.push(
          diagnose('fleet/no-project', { path: pattern.value }, span, {
            help: 'write the path of a project folder from the folder of this file; globs have `*`, `**` and `?`',
          }),
        );
      for (const path of matched.paths) {
        const folder = joinPath(root, path);
        const real = host.files.realPath(absolutePath(host.cwd, folder));
        const key = real.ok ? real.value : folder;
        const known = taken.get(key);
        if (known === undefined) {
          taken.set(key, { spec, pattern });
          paths.push(path);
          if (path !== '' && holdsFleet(host.files, folder)) diagnostics.push(notAtRoot(path, ''));
          // Globs of one controller may overlap.
        } else if (known.spec !== spec) {
          const parameters = { path, controller: spec.name.value, other: known.spec.name.value };
          diagnostics.push(
            diagnose('fleet/served-twice', parameters, span, {
              labels: labelAt(known.pattern, 'the other one'),
              help: 'let one controller serve it',
            }),
          );
        }
      }
    }
    return { spec, paths };
  });
  return { controllers, diagnostics };
}

/** Returns the finding about a controllers.bitesize below the root of a fleet; both folders as the finding shall name them. */
export function notAtRoot(folder: string, root: string): Diagnostic {
  const file = joinPath(root, 'controllers.bitesize');
  const place = { file: { name: joinPath(folder, 'controllers.bitesize'), text: '' }, start: 0, end: 0 };
  return diagnose('fleet/not-at-root', { root: file }, place, {
    help: 'move its controllers there, or remove it',
  });
}
