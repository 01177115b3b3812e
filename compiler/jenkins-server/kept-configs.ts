import { confinedPath, makeConfinedFolder } from '../host/confined-path.ts';
import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import { readSealed, type SealContext, writeSealed } from '../host/sealed-file.ts';
import type { Login } from './login.ts';

/** What of a host it takes. */
type KeepingHost = Pick<Host, 'cwd' | 'files' | 'now' | 'process' | 'sha256'>;

/** Configurations older than this are read again, in milliseconds. */
const LONGEST = 24 * 60 * 60 * 1000;

const IGNORE_FILE = '.gitignore';

/**
 * What was read of one server by one user, kept in a folder until all of it is there: a run that was cut goes on where it was.
 * Configurations hold secrets, so nobody else may look into the folder; and they are sealed with the login, so that nobody
 * else can put one there.
 */
export class KeptConfigs {
  private readonly host: KeepingHost;
  private readonly keepIn: string;
  private readonly context: SealContext;

  constructor(host: KeepingHost, keepIn: string, url: string, login: Login | undefined) {
    const { files, sha256, process } = host;
    const folder = joinPath(keepIn, sha256(JSON.stringify([url, login?.user])).slice(0, 16));
    this.host = host;
    this.keepIn = keepIn;
    // Without a login there is nothing that only its user knows: it is kept for this run alone.
    this.context = { files, sha256, folder, key: sha256(`bitesize ${login?.authorization ?? process.id}`) };
  }

  /** Returns the configuration that stood at a place when it was read; undefined when it is not there, or old. */
  read(place: string): string | undefined {
    const { files, now, sha256 } = this.host;
    const name = sha256(place);
    const status = files.status(joinPath(this.context.folder, name));
    if (!status.ok || now() - status.value.changed > LONGEST) return undefined;
    return readSealed(this.context, name);
  }

  /** Keeps a configuration. A folder that cannot be written, or is reached over a link, only costs time later. */
  write(place: string, xml: string): void {
    const { files, sha256 } = this.host;
    const { folder } = this.context;
    if (!files.status(folder).ok) {
      if (!makeConfinedFolder(this.host, folder).ok || !files.setMode(folder, 0o700).ok) return;
      files.write(this.ignoreFile, '*\n');
    } else if (!confinedPath(this.host, folder).ok) return;
    writeSealed(this.context, sha256(place), xml);
  }

  /** Removes all that is kept of this server, and nothing else. */
  remove(): void {
    const { files } = this.host;
    const { folder } = this.context;
    const place = confinedPath(this.host, folder);
    if (!place.ok || place.value.status?.kind !== 'folder') return;
    const listed = files.list(folder);
    for (const { name } of listed.ok ? listed.value : [])
      if (/^[0-9a-f]{64}(\.[0-9a-f]{16})?$/.test(name)) files.remove(joinPath(folder, name));
    files.removeFolder(folder);
    // Others may keep theirs beside it.
    const others = files.list(this.keepIn);
    if (others.ok && others.value.every(({ name }) => name === IGNORE_FILE)) {
      files.remove(this.ignoreFile);
      files.removeFolder(this.keepIn);
    }
  }

  /** Nothing of it is to be committed, should a run be cut. */
  private get ignoreFile(): string {
    return joinPath(this.keepIn, IGNORE_FILE);
  }
}
