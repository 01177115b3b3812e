import type { ImageBuild, ImageFile } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isFolderPath, repositoryPath } from '../../util/repository-path.ts';
import { applicationsOf } from './image-sources.ts';
import { at, type Rule } from './rule.ts';

/** What an image is built of lies in one repository, and is named as Dockerfiles name it. */
export const imageBuildsRule: Rule = {
  name: 'image-builds',
  *check(specs) {
    for (const { build, files } of applicationsOf(specs)) {
      if (build !== undefined) yield* checkBuild(build);
      for (const file of files) yield* checkFile(file, build);
    }
  },
};

function* checkBuild({ context, dockerfile, target, args }: ImageBuild): Generator<Diagnostic> {
  const folder = repositoryPath('', context.value);
  if (!folder.ok) {
    yield diagnose(
      'image/context',
      { field: 'context', path: context.value, problem: folder.problem },
      at(context),
      { help: 'name a folder of the repository, from its top' },
    );
  }
  const file = repositoryPath(folder.ok ? folder.path : '', dockerfile.value);
  if (!file.ok && folder.ok) {
    yield diagnose(
      'image/context',
      { field: 'dockerfile', path: dockerfile.value, problem: file.problem },
      at(dockerfile),
      { help: 'name a file of the repository, relative to `context`' },
    );
  }
  if (file.ok && isFolderPath(dockerfile.value)) {
    yield diagnose(
      'image/context',
      { field: 'dockerfile', path: dockerfile.value, problem: 'is a folder, not a file' },
      at(dockerfile),
      { help: 'name the file, such as `Dockerfile`' },
    );
  }
  if (target !== undefined && !/^(?:[a-z][a-z0-9._-]*|\d+)$/i.test(target.value))
    yield diagnose('image/target', { target: target.value }, at(target), {
      help: 'write the name behind `AS` in a `FROM` line',
    });
  for (const [name, value] of Object.entries(args)) {
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
    yield diagnose('image/build-argument', { name }, at(value), {
      help: 'use letters, digits and `_`, as in the `ARG` line',
    });
  }
}

/** An image has absolute paths; what it is built of is a folder of the repository. */
function* checkFile({ path, location }: ImageFile, build: ImageBuild | undefined): Generator<Diagnostic> {
  const problem = locationProblem(location.value);
  if (problem !== undefined)
    yield diagnose('image/file-path', { path: location.value, problem }, at(location), {
      help: 'write one path or pattern as the build has it in its workspace, such as `target/web.jar` or `dist/**`',
    });
  const found = build === undefined ? inImage(path.value) : repositoryPath('', path.value);
  if (found.ok) return;
  yield diagnose('image/file-path', { path: path.value, problem: found.problem }, at(path), {
    help:
      build === undefined
        ? 'write an absolute path of the image, such as `/app/`'
        : 'write a path below `context`, such as `dist/`, that the Dockerfile copies from',
  });
}

/** Artifacts have the paths that they had in the workspace, and stand in COPY lines with them. */
function locationProblem(location: string): string | undefined {
  if (location.trim() === '') return 'names no artifact';
  if (location.includes(',')) return 'is more than one pattern: each needs an entry of its own';
  const found = repositoryPath('', location);
  if (!found.ok) return 'leads out of the workspace, and artifacts lie in it';
  return /[\n\r"\\$[\]]/.test(location)
    ? 'has a character that means something else to a Dockerfile'
    : undefined;
}

function inImage(path: string): { readonly ok: boolean; readonly problem: string } {
  if (!path.startsWith('/')) return { ok: false, problem: 'is no absolute path of the image' };
  return {
    ok: !/[\n\r"\\$*?[\]]/.test(path),
    problem: 'has a character that means something else to a Dockerfile',
  };
}
