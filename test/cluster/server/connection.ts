import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to reach the API server; plain data, since it goes from the run to the workers. */
export interface Connection {
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  /** The file with the certificate that the server shows. */
  readonly certificate: string;
  /** Of an administrator (`system:masters`). */
  readonly token: string;
  /** A folder for files of the run, which goes with it. */
  readonly folder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: Connection;
  }
}

/** Returns the file of a kubeconfig: of the administrator, or of the administrator who acts as somebody else. */
export function kubeconfig({ url, certificate, token, folder }: Connection, as?: string): string {
  const folderOfConfigs = join(folder, 'kubeconfig');
  mkdirSync(folderOfConfigs, { recursive: true });
  const file = join(folderOfConfigs, encodeURIComponent(as ?? 'admin'));
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server: url, 'certificate-authority': certificate } }],
    users: [{ name: 'test', user: { token, ...(as === undefined ? {} : { as }) } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    'current-context': 'test',
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
