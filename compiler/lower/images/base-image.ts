import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedApplication, Project } from '../../link/project.ts';
import { fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import { imageReference } from '../../util/image-reference.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';

/**
 * Returns the image of the FROM line: `runtime` in the base registry. A runtime that names a registry itself (its
 * first part has a dot or a port, or is `localhost`, the rule of Docker) is used as it is.
 */
export function baseImage(
  { settings }: Pick<Project, 'settings'>,
  { spec }: LinkedApplication,
  report: (diagnostic: Diagnostic) => void,
): Sourced<string> {
  const { runtime } = spec;
  const { base, pull, push } = settings.registry;
  const registry = base ?? pull ?? push;
  const host = withoutSlashesAtEnd(registry.value);
  check(runtime, report);
  if (host === '' || namesRegistry(runtime.value)) return runtime;
  return sourced(`${host}/${runtime.value}`, fromSeveral([runtime.origin, registry.origin]));
}

function namesRegistry(runtime: string): boolean {
  const [first = '', ...rest] = runtime.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
}

function check(runtime: Sourced<string>, report: (diagnostic: Diagnostic) => void): void {
  const parts = imageReference(runtime.value);
  const span = spanOf(runtime.origin);
  if (parts === undefined) {
    report(
      diagnose('image/runtime', { runtime: runtime.value }, span, {
        help: 'write a name and a tag, such as `ubuntu-jdk8:1.0` or `team/base:2.1`',
      }),
    );
  } else if (parts.digest === undefined && (parts.tag === undefined || parts.tag === ':latest')) {
    report(
      diagnose('image/floating-runtime', { runtime: runtime.value }, span, {
        help: 'add the tag of a version, such as `nginx:1.27`',
      }),
    );
  }
}
