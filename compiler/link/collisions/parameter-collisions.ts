import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { versionParameter } from '../../util/version-parameter.ts';
import type { Project } from '../project.ts';
import { type Claim, collisions } from './claim.ts';

/** Returns a finding for every two names that would become one `_VERSION` parameter of a job. */
export function parameterCollisions({ applications, environments }: Project): Diagnostic[] {
  const jobs = [
    applications.map(({ spec }) => claim('application', spec.name)),
    ...environments.map(({ services }) =>
      services.filter(({ kind }) => kind !== 'third-party').map(({ spec }) => claim('service', spec.name)),
    ),
  ];
  return jobs.flatMap((claims) =>
    collisions(claims, ({ what, key }, first, { span, labels }) =>
      diagnose('collision/parameter', { what, other: first.what, parameter: key }, span, {
        labels,
        help: 'choose names that differ in more than `-`, `_` and `.`',
      }),
    ),
  );
}

function claim(noun: string, name: Sourced<string>): Claim {
  return { key: versionParameter(name.value), what: `${noun} \`${name.value}\``, name };
}
