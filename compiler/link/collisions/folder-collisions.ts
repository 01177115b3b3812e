import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { slug } from '../../util/slug.ts';
import type { Project } from '../project.ts';
import { type Claim, collisions } from './claim.ts';

/** Returns a finding for every two environments whose manifests would go to one folder of the output. */
export function folderCollisions({ environments }: Project): Diagnostic[] {
  const claims = environments.map(
    ({ spec: { name } }): Claim => ({
      key: slug(name.value),
      what: `environment \`${name.value}\``,
      name,
    }),
  );
  return collisions(claims, ({ what, key }, first, { span, labels }) =>
    diagnose('collision/folder', { what, other: first.what, folder: key }, span, {
      labels,
      help: 'choose names that differ in more than upper case, spaces and punctuation',
    }),
  );
}
