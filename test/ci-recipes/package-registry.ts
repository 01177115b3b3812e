import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** A registry of packages on this machine. */
export interface PackageRegistry {
  readonly url: string;
  /** The paths that npm has asked for. */
  readonly asked: readonly string[];
  readonly close: () => void;
}

/** Starts a registry that has one package, `bitesize`, whose command is a shell script; everything else is not found. */
export async function startRegistry(
  folder: string,
  version: string,
  script: string,
): Promise<PackageRegistry> {
  const tarball = packageOf(folder, version, script);
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const asked: string[] = [];
  let url = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path === '/bitesize') {
      const dist = { tarball: `${url}bitesize.tgz`, integrity };
      const versions = { [version]: { name: 'bitesize', version, bin: { bitesize: 'bitesize.sh' }, dist } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ name: 'bitesize', 'dist-tags': { latest: version }, versions }));
    } else if (path === '/bitesize.tgz') response.end(tarball);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the registry has no port');
  url = `http://127.0.0.1:${address.port}/`;
  return { url, asked, close: () => server.close() };
}

function packageOf(folder: string, version: string, script: string): Buffer {
  const content = join(folder, 'package');
  mkdirSync(content, { recursive: true });
  const manifest = { name: 'bitesize', version, bin: { bitesize: 'bitesize.sh' } };
  writeFileSync(join(content, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(content, 'bitesize.sh'), script, { mode: 0o755 });
  const target = join(folder, 'bitesize.tgz');
  execFileSync('tar', ['-czf', target, '-C', folder, 'package']);
  return readFileSync(target);
}
