import type { CascFile, InitScriptFile } from '../../../../schema/generated/located.ts';
import { secretsInFile } from '../../../check/rules/plain-secrets.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { type StartFile, startFilesFolder } from '../../../model/controller/controller.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import type { SecretKey, SecretReference } from '../../../model/controller/secret-key.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { lossOf } from '../../kubernetes/check-texts.ts';
import type { RepositoryTexts } from '../../lowered.ts';
import { identifier, ownFile } from '../../own-file.ts';
import { type ControllerScope, reportDuplicates } from '../controller-scope.ts';
import { readCasc } from './read-casc.ts';

/** Bytes that the files may have together: the ConfigMap that holds them has at most 1 MiB. */
const limit = 900_000;

/** The scripts that read files of the project's own, and these files. */
interface StartFiles {
  readonly scripts: readonly InitScript[];
  readonly files: readonly StartFile[];
}

/**
 * Returns the scripts that apply the project's own files: Configuration as Code first, then what runs with all rights.
 * They come after the scripts that close Jenkins and before the check of all, so whatever they open ends the start.
 */
export function lowerStartFiles(
  scope: ControllerScope,
  texts: RepositoryTexts,
  allowPlainSecrets: boolean,
): StartFiles {
  const { configuration_as_code: casc, init_scripts: own } = scope.settings;
  reportDuplicates(
    scope,
    'file',
    [...casc, ...own].map(({ file }) => file),
  );
  const names = new Set<string>();
  const found = <E extends CascFile | InitScriptFile>(entries: readonly E[]) =>
    entries.flatMap((entry) => {
      const file = foundFile(scope, texts, entry, names);
      return file === undefined ? [] : [{ entry, ...file }];
    });
  const ofCasc = found(casc);
  const ofOwn = found(own);
  const files = [...ofCasc, ...ofOwn].map(({ start }) => start);
  reportTooLarge(scope, files);
  for (const { source } of ofOwn)
    for (const secret of secretsInFile(source, allowPlainSecrets)) scope.report(secret);
  const cascSecrets = ofCasc.flatMap(({ entry, source, start }) =>
    readCasc({ source, entry, scope, allowPlainSecrets }).map((secret) => referenceOf(secret, start)),
  );
  return {
    files,
    scripts: [...cascScript(ofCasc, cascSecrets), ...ownScriptsScript(ofOwn)],
  };
}

interface FoundFile<E> {
  readonly entry: E;
  readonly start: StartFile;
}

function cascScript(
  found: readonly FoundFile<CascFile>[],
  secrets: readonly SecretReference[],
): readonly InitScript[] {
  if (found.length === 0) return [];
  const origin = fromSeveral(found.map(({ entry }) => entry.$.origin));
  return [
    {
      kind: 'casc',
      name: '80-configuration-as-code',
      purpose: "Applies the project's own files of Configuration as Code.",
      origin,
      needs: [{ id: 'configuration-as-code', reason: 'applies files of Configuration as Code', origin }],
      files: found.map(pathOf),
      secrets,
    },
  ];
}

function ownScriptsScript(found: readonly FoundFile<InitScriptFile>[]): readonly InitScript[] {
  if (found.length === 0) return [];
  return [
    {
      kind: 'own-scripts',
      name: '90-own-scripts',
      purpose: "Runs the project's own scripts.",
      origin: fromSeveral(found.map(({ entry }) => entry.$.origin)),
      needs: [],
      files: found.map((file) => ({ path: pathOf(file), className: `own_${identifier(file.start.file)}` })),
      secrets: found.flatMap(({ entry, start }) =>
        entry.secrets.map(({ secret, key }) => referenceOf({ secret, key }, start)),
      ),
    },
  ];
}

function referenceOf(secret: SecretKey, { file }: StartFile): SecretReference {
  return { ...secret, purpose: `read by ${file}`, source: 'who wrote that file knows', form: 'text' };
}

function pathOf({ entry, start }: FoundFile<CascFile | InitScriptFile>): Sourced<string> {
  const folder = fromPolicy('Where the pod and the image hold the files of the project.');
  return sourced(`${startFilesFolder}/${start.name}`, fromSeveral([entry.file.origin, folder]));
}

function foundFile(
  { report }: ControllerScope,
  texts: RepositoryTexts,
  { file, $ }: CascFile | InitScriptFile,
  names: Set<string>,
) {
  const found = ownFile(file, texts, $.origin);
  if (found === undefined) {
    report(
      diagnose('controller/missing-file', { file: file.value }, spanOf(file.origin), {
        help: 'give a path relative to the folder of the specs',
      }),
    );
    return undefined;
  }
  const { path, text, source } = found;
  const loss = lossOf(text.text, false);
  if (loss !== undefined)
    report(
      diagnose('kubernetes/lost-text', { field: path, problem: loss.problem }, spanOf(file.origin), {
        help: loss.help,
      }),
    );
  const name = freeName(path, names);
  names.add(name);
  return { source, start: { name, file: path, text, origin: $.origin } };
}

/** Returns a name for a file beside others: a key of a ConfigMap, of at most 253 characters, which begins with one dot at most. */
function freeName(path: string, names: ReadonlySet<string>): string {
  const plain = path
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-200)
    .replace(/^\.{2,}/, '-');
  let name = plain;
  for (let number = 2; names.has(name); number++) name = `${number}-${plain}`;
  return name;
}

function reportTooLarge({ report }: ControllerScope, files: readonly StartFile[]): void {
  const encoder = new TextEncoder();
  const sizes = files.map((file) => ({ file, bytes: encoder.encode(file.text.text).length }));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  if (bytes <= limit) return;
  const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
  const parameters = { file: largest?.file.file ?? '', bytes, limit };
  report(
    diagnose('controller/files-too-large', parameters, largest && spanOf(largest.file.origin), {
      help: 'put what is large into the image of the controller (`jenkins.image`)',
    }),
  );
}
