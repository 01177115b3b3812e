import { absolutePath, baseName, joinPath } from '../../host/path.ts';
import type { Artifact } from '../../model/artifact.ts';
import { MANIFEST_PATH } from '../../plan/output-path.ts';
import { count } from '../../report/summary.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { single } from '../../text/origin.ts';
import type { SourceFile } from '../../text/span.ts';
import { suggestion } from '../../util/suggestion.ts';
import type { TypedPlace } from '../../why/parse-place.ts';

/** What a typed place means: a line of a spec or of an artifact, or why there is no such line. */
export type FoundPlace =
  | { readonly kind: 'spec'; readonly spec: SourceFile }
  | { readonly kind: 'artifact'; readonly artifact: Artifact }
  | { readonly kind: 'problem'; readonly problem: string };

/** Where a place is looked for. */
export interface SearchedProject {
  readonly cwd: string;
  readonly folder: string;
  readonly sources: readonly SourceFile[];
  readonly artifacts: readonly Artifact[];
}

/**
 * Returns what a place means as people type it: a spec, a file that specs in TypeScript import, or a file of the output
 * with the output folder before it, or only its end.
 */
export function findPlace(place: TypedPlace, project: SearchedProject): FoundPlace {
  const spec = findSpec(place, project);
  if (spec !== undefined) return within(place, spec.name, spec.text, { kind: 'spec', spec });
  if (specKindOf(place.path) !== undefined)
    return problem(`the project has no spec \`${baseName(place.path)}\``);
  const found = findArtifacts(place.path, project.artifacts);
  const [artifact] = found;
  if (artifact === undefined) return unknownFile(place.path, project.artifacts);
  if (found.length > 1) {
    const paths = found.slice(0, 5).map(({ path }) => `\n  ${path}`);
    return problem(`\`${place.path}\` may be one of ${found.length} files, such as${paths.join('')}`);
  }
  return within(place, artifact.path, artifact.content.text, { kind: 'artifact', artifact });
}

/** A spec of the project, or a file that one of its values comes from. */
function findSpec({ path }: TypedPlace, { cwd, folder, sources, artifacts }: SearchedProject) {
  const typed = absolutePath(cwd, path);
  const spec =
    specKindOf(path) === undefined
      ? undefined
      : (sources.find(({ name }) => absolutePath(cwd, joinPath(folder, name)) === typed) ??
        sources.find(({ name }) => name === baseName(path)));
  if (spec !== undefined || !/\.(ts|json)$/.test(path)) return spec;
  const isMeant = ({ name }: SourceFile) =>
    name === path || absolutePath(cwd, joinPath(folder, name)) === typed;
  for (const { content } of artifacts) {
    for (const { origin } of content.marks) {
      const cause = single(origin).find((one) => one.kind === 'spec' && isMeant(one.span.file));
      if (cause?.kind === 'spec') return cause.span.file;
    }
  }
  return undefined;
}

function findArtifacts(path: string, artifacts: readonly Artifact[]): readonly Artifact[] {
  const exact = artifacts.find((artifact) => path === artifact.path || path.endsWith(`/${artifact.path}`));
  return exact === undefined ? artifacts.filter((artifact) => artifact.path.endsWith(`/${path}`)) : [exact];
}

function within({ line }: TypedPlace, name: string, text: string, found: FoundPlace): FoundPlace {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return line <= lines ? found : problem(`\`${name}\` has ${count(lines, 'line')}`);
}

function unknownFile(path: string, artifacts: readonly Artifact[]): FoundPlace {
  if (baseName(path) === MANIFEST_PATH)
    return problem(
      'the manifest says what was written and where it comes from: no spec is behind one line of it',
    );
  const paths = artifacts.map((artifact) => artifact.path);
  const near = suggestion(path, paths);
  return problem(
    `the output has no file \`${path}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
  );
}

function problem(text: string): FoundPlace {
  return { kind: 'problem', problem: text };
}
