import type { Manifest } from '../../../compiler/lower/kubernetes/lowered.ts';

/** A service account. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

/** What somebody wants to do. Without a namespace it concerns the whole cluster. */
export interface Request {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly namespace?: string;
  readonly name?: string;
}

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

interface Binding extends Manifest {
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

/** Decides as the authorizer of Kubernetes does (`plugin/pkg/auth/authorizer/rbac`): any rule of any bound role allows. */
export class Rbac {
  private readonly roles = new Map<string, readonly Rule[]>();
  private readonly bindings: readonly Binding[];

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      const { kind, metadata } = manifest;
      if (kind === 'Role' || kind === 'ClusterRole')
        this.roles.set(`${kind} ${metadata.namespace ?? ''} ${metadata.name}`, rulesOf(manifest));
    }
    this.bindings = manifests.filter(({ kind }) =>
      /^(Cluster)?RoleBinding$/.test(kind),
    ) as unknown as Binding[];
  }

  /** Returns whether an account may do something. */
  allows(account: Account, request: Request): boolean {
    return this.rulesFor(account, request.namespace).some((rule) => covers(rule, request));
  }

  /** Returns the rules that hold for an account in a namespace, or for the whole cluster alone. */
  rulesFor(account: Account, namespace: string | undefined): readonly Rule[] {
    return this.bindings
      .filter(
        ({ kind, metadata, subjects }) =>
          (kind === 'ClusterRoleBinding' || (namespace !== undefined && metadata.namespace === namespace)) &&
          subjects.some(
            (subject) =>
              subject.kind === 'ServiceAccount' &&
              subject.name === account.name &&
              (subject.namespace ?? metadata.namespace) === account.namespace,
          ),
      )
      .flatMap(({ roleRef, metadata }) => {
        const place = roleRef.kind === 'ClusterRole' ? '' : (metadata.namespace ?? '');
        const rules = this.roles.get(`${roleRef.kind} ${place} ${roleRef.name}`);
        if (rules === undefined) throw new Error(`no ${roleRef.kind} ${roleRef.name} in ${place}`);
        return rules;
      });
  }

  /** The subjects of all bindings: anything but a service account is a mistake here. */
  get otherSubjects(): readonly string[] {
    return this.bindings.flatMap(({ subjects }) =>
      subjects.flatMap(({ kind, name }) => (kind === 'ServiceAccount' ? [] : [`${kind} ${name}`])),
    );
  }
}

function rulesOf(manifest: Manifest): readonly Rule[] {
  return (manifest as unknown as { readonly rules: readonly Rule[] }).rules;
}

function covers(
  { apiGroups, resources, verbs, resourceNames }: Rule,
  { verb, group, resource, name }: Request,
): boolean {
  const has = (list: readonly string[], value: string): boolean => list.includes('*') || list.includes(value);
  if (!has(verbs, verb) || !has(apiGroups, group) || !has(resources, resource)) return false;
  if (resourceNames === undefined || resourceNames.length === 0) return true;
  return name !== undefined && resourceNames.includes(name);
}
