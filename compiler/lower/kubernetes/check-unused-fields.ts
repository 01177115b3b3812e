import { unusedFields } from '../../check/field-uses.ts';
import { serviceFields, serviceRole } from '../../check/service-fields.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import type { Scope } from './scope.ts';

/** Reports fields of a service that mean something only for another kind of service. */
export function checkUnusedFields(scope: Scope, { spec }: LinkedService): void {
  const unused = new Set(unusedFields(serviceFields, serviceRole(spec)));
  const type = spec.type?.value ?? '';
  const role = type === '' ? 'a service without a type' : `a service of type \`${type}\``;
  for (const [field, place] of spec.$.fields) {
    if (!unused.has(field)) continue;
    scope.report(
      diagnose('kubernetes/unused-field', { field, role }, place.key, {
        help: `remove it${field === 'options' ? '' : ', or correct `type`'}`,
      }),
    );
  }
}
