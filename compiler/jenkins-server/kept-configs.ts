import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import { readSealed, type SealContext, writeSealed } from '../host/sealed-file.ts';

/** Configurations older than this are read again, in milliseconds. */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * What was read of one server by one user, kept in a folder until all of it is there: a run that was cut goes on where it
 * was. Configurations hold secrets, encrypted ones and others, so nobody else may look into the folder.
 */
export class KeptConfigs {
  private readonly host: Pick<Host, 'files' | 'now' | 'sha256'>;
  private readonly context: SealContext;

  /** `key` names the server and who asks. */
  constructor(host: Pick<Host, 'files' | 'now' | 'sha256'>, folder: string, key: string) {
    this.host = host;
    this.context = {
      files: host.files,
      sha256: host.sha256,
      folder: joinPath(folder, host.sha256(key).slice(0, 16)),
    };
  }

  /** Returns the configuration that stood at a place when it was read; undefined when it is not there, or old. */
  read(place: string): string | undefined {
    const name = this.nameOf(place);
    const status = this.host.files.status(joinPath(this.context.folder, name));
    if (!status.ok || this.host.now() - status.value.changed > LONGEST) return undefined;
    return readSealed(this.context, name);
  }

  /** Keeps a configuration; a folder that cannot be written only costs time later. */
  write(place: string, xml: string): void {
    const { files, folder } = { files: this.host.files, folder: this.context.folder };
    if (!files.status(folder).ok) {
      if (!files.makeFolder(folder).ok) return;
      files.setMode(folder, 0o700);
    }
    writeSealed(this.context, this.nameOf(place), xml);
  }

  /** Removes all that is kept of this server. */
  remove(): void {
    const { files } = this.host;
    const { folder } = this.context;
    const status = files.status(folder);
    const listed = status.ok && status.value.kind === 'folder' ? files.list(folder) : undefined;
    if (listed?.ok !== true) return;
    for (const { name } of listed.value)
      if (/^[0-9a-f]{64}(\.[0-9a-f]{16})?$/.test(name)) files.remove(joinPath(folder, name));
    files.removeFolder(folder);
  }

  private nameOf(place: string): string {
    return this.host.sha256(place);
  }
}
