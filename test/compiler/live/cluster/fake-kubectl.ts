import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../../../../compiler/host/host.ts';
import { createNodeHost } from '../../../../compiler/host/node-host.ts';

/** What a cluster has of one object, or says of it; an object that no situation names is there as its manifest has it. */
export interface ObjectSituation {
  /** Not there. */
  readonly isMissing?: true;
  /** Values of the live object that are others, by path with dots. */
  readonly live?: Readonly<Record<string, unknown>>;
  /** Values of the live object that applying sets, or takes away (null), where they are not those of the manifest. */
  readonly merged?: Readonly<Record<string, unknown>>;
  /** `metadata.managedFields` of the live object. */
  readonly managedFields?: readonly unknown[];
  /** What `get` and `diff` say in place of an answer, as it was recorded. */
  readonly getError?: string;
  readonly diffError?: string;
}

/** What kubectl answers in one test. */
export interface Situation {
  /** By `<Kind>/<name>`, or `<Kind>` for all of a kind, or `*`. */
  readonly objects?: Readonly<Record<string, ObjectSituation>>;
  /** Namespaces that are not there. */
  readonly absentNamespaces?: readonly string[];
  /** What each command but `config` writes and ends with, when nothing can be asked. */
  readonly failing?: { readonly stderr: string; readonly stdout?: string };
  readonly version?: string;
  /** Lines that `diff` writes beside. */
  readonly warnings?: readonly string[];
}

/** A call of kubectl. */
export interface Call {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: string;
}

/** A host on whose PATH a kubectl of our own comes first. */
export interface FakeCluster {
  readonly host: Host;
  /** A new folder, outside of any checkout. */
  readonly folder: string;
  /** The folder of a project in it; kubectl and the kubeconfig are elsewhere. */
  readonly project: string;
  readonly calls: () => readonly Call[];
}

/**
 * Returns a host with a kubectl that answers as kubectl 1.37.2 did on a real API server: `get` goes on after what fails, `diff`
 * ends there, exit codes and messages are the recorded ones, and texts are compared by the program that KUBECTL_EXTERNAL_DIFF
 * names, without the options that kubectl drops.
 */
export function fakeKubectl(
  situation: Situation = {},
  env: Readonly<Record<string, string>> = {},
): FakeCluster {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-kubectl-'));
  const bin = join(folder, 'bin');
  const project = join(folder, 'project');
  mkdirSync(bin);
  mkdirSync(project);
  writeFileSync(join(folder, 'situation.json'), JSON.stringify(situation));
  writeFileSync(join(folder, 'kubeconfig'), '');
  const require = createRequire(import.meta.url);
  const script = [
    `#!${process.execPath}`,
    `const loadYaml = require(${JSON.stringify(require.resolve('js-yaml'))});`,
    `const folder = ${JSON.stringify(folder)};`,
    readFileSync(join(import.meta.dirname, 'fake-kubectl-script.cjs'), 'utf8'),
  ];
  writeFileSync(join(bin, 'kubectl'), script.join('\n'));
  chmodSync(join(bin, 'kubectl'), 0o755);
  const real = createNodeHost(pathToFileURL(`${process.cwd()}/`));
  const host: Host = {
    ...real,
    cwd: folder,
    env: {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: folder,
      KUBECONFIG: join(folder, 'kubeconfig'),
      ...env,
    },
  };
  const log = join(folder, 'calls');
  appendFileSync(log, '');
  return {
    host,
    folder,
    project,
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as Call)
        : [],
  };
}
