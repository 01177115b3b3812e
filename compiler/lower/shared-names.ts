import type { Code } from '../diagnostics/codes.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Hosting } from '../link/hosting.ts';
import type { Ir, OutsideName } from '../model/ir.ts';
import { spanOf } from '../text/origin.ts';

/** A project on a shared controller, and what it became. */
interface Part {
  readonly project: { readonly hosting: Hosting };
  readonly ir: Pick<Ir, 'controller' | 'outsideNames'>;
}

interface Taken {
  readonly part: Part;
  readonly name: OutsideName;
}

const codeOf = {
  host: 'fleet/shared-host',
  image: 'fleet/shared-image',
  namespace: 'fleet/shared-namespace',
} as const satisfies Partial<Record<OutsideName['kind'], Code>>;

const helpOf: Readonly<Record<keyof typeof codeOf, string>> = {
  host: 'give one of the two another host',
  image: 'give each project a name or a registry of its own',
  namespace: 'give each project namespaces of its own',
};

/** Returns a finding for each name outside of Jenkins that two projects of a controller take, as between two Jenkinses. */
export function sharedNames(parts: readonly Part[]): readonly Diagnostic[] {
  const taken = new Map<string, Taken>();
  const diagnostics: Diagnostic[] = [];
  for (const part of parts) {
    const own: (readonly [string, Taken])[] = [];
    for (const name of part.ir.outsideNames) {
      const place = `${name.kind} ${name.key}`;
      const first = taken.get(place);
      if (first === undefined) own.push([place, { part, name }]);
      else if (name.kind !== 'controller') diagnostics.push(finding(name.kind, { part, name }, first));
    }
    for (const [place, name] of own) taken.set(place, name);
  }
  return diagnostics;
}

function finding(kind: keyof typeof codeOf, { part, name }: Taken, first: Taken): Diagnostic {
  const span = spanOf(name.origin);
  const label = spanOf(first.name.origin);
  const labels = label === undefined ? [] : [{ span: label, text: 'the first one' }];
  const project = first.part.project.hosting.folder.value;
  if (kind === 'namespace' && makes(part, name.key) && makes(first.part, name.key)) {
    const parameters = { namespace: name.key, project: part.project.hosting.folder.value, other: project };
    return diagnose('fleet/namespace-made-twice', parameters, span, {
      labels,
      help: 'give each project namespaces of its own, or leave `environments.create_namespaces` out of one',
    });
  }
  const parameters = { what: name.what, name: name.key, other: first.name.what, project };
  return diagnose(codeOf[kind], parameters, span, { labels, help: helpOf[kind] });
}

function makes({ ir }: Part, namespace: string): boolean {
  return ir.controller.deployment.madeNamespaces.some(({ name }) => name.value === namespace);
}
