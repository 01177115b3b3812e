import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A web service that is built with a Dockerfile of its repository, a site of files, and a public cache: `scenarios/images`. */
export const webShop = {
  build: specOf('build'),
  application: specOf('application'),
  environments: specOf('environments'),
  jenkins: specOf('jenkins'),
};

function specOf(kind: string): string {
  return readFileSync(join(import.meta.dirname, 'scenarios/images/input', `${kind}.bitesize`), 'utf8');
}
