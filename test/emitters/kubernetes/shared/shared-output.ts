import { loadAll } from 'js-yaml';
import { compileController } from '../../../../compiler/compile-controller.ts';
import type { Diagnostic } from '../../../../compiler/diagnostics/diagnostic.ts';
import { positionAt } from '../../../../compiler/text/position.ts';
import type { Manifest } from '../../../compiler/lower/kubernetes/lowered.ts';
import { served, sharedController } from '../../../support/shared-fleet.ts';

/** What a shared controller and its projects became. */
export interface SharedOutput {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** `code file:line` of everything that was reported. */
  readonly found: readonly string[];
  /** The objects below a folder of the output, each with its file. */
  readonly objects: (folder?: string) => readonly { readonly file: string; readonly manifest: Manifest }[];
}

/** Specs of a project by their kinds. */
export type Specs = Readonly<Record<string, string>>;

const seed = 'seed: {repository: "git@git.example.com:compiled.git"}';

/** Returns what a controller named `team` and its projects become; settings stand below `jenkins:` and beside it. */
export async function sharedOutput(
  projects: Readonly<Record<string, Specs>>,
  { settings = '', besides = '' }: { readonly settings?: string; readonly besides?: string } = {},
): Promise<SharedOutput> {
  const text = `controllers:
  - name: team
    projects: "*"
${besides}
    jenkins:
      url: https://ci.example.com/
      ${seed}
${settings}
`;
  const compiled = await compileController(
    sharedController(text),
    Object.entries(projects).map(([path, specs]) => served(path, specs)),
  );
  const files = new Map(compiled.artifacts.map(({ path, content }) => [path, content.text]));
  return {
    files,
    diagnostics: compiled.diagnostics,
    found: compiled.diagnostics.map(
      ({ code, span }) =>
        `${code} ${span === undefined ? '-' : `${span.file.name}:${positionAt(span.file, span.start).line}`}`,
    ),
    objects: (folder = '') =>
      [...files]
        .filter(([path]) => path.startsWith(folder) && /(^|\/)kubernetes\/jenkins\/\d\d-.*\.yaml$/.test(path))
        .flatMap(([file, content]) =>
          loadAll(content).map((manifest) => ({ file, manifest: manifest as Manifest })),
        ),
  };
}
