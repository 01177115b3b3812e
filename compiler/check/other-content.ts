import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MappingNode } from '../source/node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { specSchemas } from './spec-schemas.ts';

/**
 * Returns the finding about a file that holds something else than its name says, such as another spec or an object of
 * Kubernetes; undefined when a field at its top is its own. Nothing else in such a file is worth a word.
 */
export function otherContent(kind: SpecKind, { entries }: MappingNode): Diagnostic | undefined {
  const key = (names: readonly string[]) => entries.find(({ key: { text } }) => names.includes(text))?.key;
  if (key(ownFields(kind)) !== undefined) return undefined;
  for (const other of Object.keys(specSchemas) as SpecKind[]) {
    const found = key(ownFields(other));
    if (found === undefined) continue;
    const parameters = { found: `what belongs into \`${other}.bitesize\`` };
    return diagnose('schema/other-file', parameters, found.span, {
      help: `rename the file to \`${other}.bitesize\`, or move this into it`,
    });
  }
  const found = key(['apiVersion']);
  if (found === undefined || key(['kind']) === undefined) return undefined;
  const parameters = { found: 'an object of Kubernetes' };
  return diagnose('schema/other-file', parameters, found.span, {
    help: 'describe what is wanted in a spec, which the object is made of, or keep the file outside of the project',
  });
}

/** The fields at the top of a spec that no other one has. */
function ownFields(kind: SpecKind): readonly string[] {
  return Object.keys(specSchemas[kind].schema.properties ?? {}).filter((field) => field !== 'project');
}
