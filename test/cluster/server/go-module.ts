import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../oracles/tools/cache-folder.ts';
import { findProgram } from '../../oracles/tools/find-program.ts';
import { type CommandResult, runCommand } from '../../oracles/tools/run-command.ts';
import { pins } from './pins.ts';

/** An hour: a build of kube-apiserver on a small machine that has other work. */
const BUILD_TIME = 3_600_000;

/** Returns the folder outside the repository that holds the programs and the Go module that they are built in. */
export function clusterCache(...parts: readonly string[]): string {
  return cacheFolder('cluster', `kubernetes-${pins.kubernetes}-etcd-${pins.etcd}`, ...parts);
}

function findGo(): string | undefined {
  return findProgram('go', ['/usr/local/go/bin']);
}

/**
 * Builds a package of the pinned modules into a program of the cache; returns undefined, or why it could not. Two
 * compilers at once, with the lowest priority: machines have other work.
 */
export async function buildProgram(name: string, path: string): Promise<string | undefined> {
  const reason = await writeModule();
  if (reason !== undefined) return reason;
  const flags = `-s -w -X k8s.io/component-base/version.gitVersion=${pins.kubernetes}`;
  const target = join(clusterCache('bin'), name);
  const built = await go(['build', '-trimpath', '-ldflags', flags, '-o', target, path]);
  return built.code === 0 ? undefined : `go build ${path}: ${built.stderr.trim().slice(-800)}`;
}

/** Copies a file of a pinned module into the cache; returns undefined, or why it could not. */
export async function copyFromModule(
  module: string,
  version: string,
  path: string,
  name: string,
): Promise<string | undefined> {
  if (findGo() === undefined) return NO_GO;
  const { code, stdout, stderr } = await go(['mod', 'download', '-json', `${module}@${version}`]);
  if (code !== 0) return `go mod download ${module}@${version}: ${(stdout + stderr).trim().slice(-500)}`;
  const { Dir: folder } = JSON.parse(stdout) as { readonly Dir: string };
  copyFileSync(join(folder, path), join(clusterCache(), name));
  return undefined;
}

const NO_GO = 'no Go here (go.dev/dl; Debian: apt-get install golang-go)';

/**
 * Writes the Go module that requires both servers. `go install k8s.io/kubernetes/cmd/...@version` is refused, since its
 * go.mod replaces the staging modules by folders; here they are replaced by their releases (v1.37.2 goes with v0.37.2).
 */
async function writeModule(): Promise<string | undefined> {
  const file = join(clusterCache(), 'go.mod');
  if (existsSync(file)) return undefined;
  if (findGo() === undefined) return NO_GO;
  const kubernetes = `k8s.io/kubernetes@${pins.kubernetes}`;
  const { code, stdout, stderr } = await go(['mod', 'download', '-json', kubernetes]);
  if (code !== 0) return `go mod download ${kubernetes}: ${(stdout + stderr).trim().slice(-500)}`;
  const own = readFileSync((JSON.parse(stdout) as { readonly GoMod: string }).GoMod, 'utf8');
  const language = /^go (\S+)$/m.exec(own)?.[1] ?? '1.26.0';
  const staging = [...own.matchAll(/(\S+) => \.\/staging\//g)].map(([, path]) => path ?? '').sort();
  const release = pins.kubernetes.replace(/^v1/, 'v0');
  writeFileSync(
    file,
    [
      'module bitesize.example/cluster',
      '',
      `go ${language}`,
      '',
      'require (',
      `\tk8s.io/kubernetes ${pins.kubernetes}`,
      `\tgo.etcd.io/etcd/server/v3 ${pins.etcd}`,
      ')',
      '',
      'replace (',
      ...staging.map((path) => `\t${path} => ${path} ${release}`),
      ')',
      '',
    ].join('\n'),
  );
  return undefined;
}

/** Runs `go` in the folder of the module, politely. */
function go(args: readonly string[]): Promise<CommandResult> {
  const nice = findProgram('nice');
  const program = findGo() ?? 'go';
  const [command = program, ...words] = [...(nice === undefined ? [] : [nice]), program, ...args];
  return runCommand(command, words, {
    cwd: clusterCache(),
    env: { ...process.env, GOFLAGS: '-mod=mod -p=2', CGO_ENABLED: '0' },
    timeout: BUILD_TIME,
  });
}
