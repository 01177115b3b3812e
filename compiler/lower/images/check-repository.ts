import type { ImageBuild } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedApplication, Project } from '../../link/project.ts';
import { fromSeveral, spanOf } from '../../text/origin.ts';
import { dockerfileNames } from '../../util/dockerfile-instructions.ts';
import { repositoryPath } from '../../util/repository-path.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import type { RepositoryTrees } from '../lowered.ts';

/**
 * Reports what a repository does not have, where it is there to look: the Dockerfile, the stage that `target` names,
 * and an `ARG` for each build argument.
 */
export function checkRepository(
  project: Project,
  { build }: LinkedApplication,
  trees: RepositoryTrees,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (build === undefined) return;
  const tree = trees.get(build.component.name.value);
  const context = repositoryPath('', build.spec.context.value);
  const found = context.ok ? repositoryPath(context.path, build.spec.dockerfile.value) : context;
  if (tree === undefined || !found.ok) return;
  const { path } = found;
  const submodules = tree.paths.filter((each) => each.endsWith('/'));
  if (submodules.some((folder) => path.startsWith(folder))) return;
  if (!tree.paths.includes(path)) {
    const { dockerfile, context: folder, $ } = build.spec;
    const near = suggestion(path, dockerfilesOf(tree.paths), allowanceOf(project));
    const span = spanOf(fromSeveral([dockerfile.origin, folder.origin])) ?? spanOf($.origin);
    report(
      diagnose('image/no-dockerfile', { path, ref: tree.ref }, span, {
        help:
          near === undefined
            ? 'correct `context` and `dockerfile`, or add the file to the repository'
            : `did you mean \`${near}\`? \`dockerfile\` is relative to \`context\``,
      }),
    );
    return;
  }
  const text = tree.texts.get(path);
  if (text !== undefined) checkNames(project, build.spec, path, text, report);
}

function* dockerfilesOf(paths: readonly string[]): Generator<string> {
  for (const path of paths) if (/dockerfile|containerfile/i.test(path)) yield path;
}

function checkNames(
  project: Project,
  { target, args }: ImageBuild,
  dockerfile: string,
  text: string,
  report: (diagnostic: Diagnostic) => void,
): void {
  const names = dockerfileNames(text);
  if (names === undefined) return;
  const stages = names.stages.filter((name) => name !== undefined);
  if (target !== undefined && !isStage(target.value, names.stages)) {
    const near = suggestion(target.value, stages, allowanceOf(project));
    report(
      diagnose('image/unknown-stage', { target: target.value, dockerfile }, spanOf(target.origin), {
        help:
          near !== undefined
            ? `did you mean \`${near}\`?`
            : stages.length === 0
              ? 'give the stage a name: `FROM ... AS name`'
              : `its stages: ${stages.map((name) => `\`${name}\``).join(', ')}`,
      }),
    );
  }
  for (const [name, value] of Object.entries(args)) {
    if (names.args.includes(name) || isPredefined(name)) continue;
    const near = suggestion(name, names.args, allowanceOf(project));
    report(
      diagnose('image/unused-argument', { name, dockerfile }, spanOf(value.origin), {
        help: near === undefined ? `remove it, or add \`ARG ${name}\`` : `did you mean \`${near}\`?`,
      }),
    );
  }
}

/** Names are compared without regard to case; a number counts from zero. */
function isStage(target: string, stages: readonly (string | undefined)[]): boolean {
  if (/^\d+$/.test(target)) return Number(target) < stages.length;
  return stages.some((name) => name?.toLowerCase() === target.toLowerCase());
}

/** Arguments that need no `ARG`: proxies, and what BuildKit itself takes. */
function isPredefined(name: string): boolean {
  return /^(?:https?|ftp|no|all)_proxy$/i.test(name) || /^(?:BUILDKIT_|SOURCE_DATE_EPOCH$)/.test(name);
}
