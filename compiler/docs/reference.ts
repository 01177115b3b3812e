import type { Code } from '../diagnostics/codes.ts';
import { type Becomes, createBecomes } from './becomes.ts';
import { fieldDiagnostics } from './field-diagnostics.ts';
import { type DocField, listFields } from './list-fields.ts';

/** A field with all that its entry in the reference says. */
export interface ReferenceEntry {
  readonly field: DocField;
  readonly becomes: Becomes;
  readonly codes: readonly Code[];
}

/** Returns the entries of all fields. It compiles a small project some hundred times, which takes seconds. */
export function referenceEntries(): readonly ReferenceEntry[] {
  const becomes = createBecomes();
  const concern = fieldDiagnostics();
  return listFields().map((field) => ({
    field,
    becomes: becomes(field.sameAs ?? field),
    codes: concern.get(field.anchor) ?? [],
  }));
}
