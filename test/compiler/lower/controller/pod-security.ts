import type { Manifest } from '../kubernetes/lowered.ts';

/** A container as the standard looks at it. */
interface Container {
  readonly name: string;
  readonly ports?: readonly { readonly hostPort?: number }[];
  readonly securityContext?: {
    readonly privileged?: boolean;
    readonly allowPrivilegeEscalation?: boolean;
    readonly runAsNonRoot?: boolean;
    readonly runAsUser?: number;
    readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
    readonly seccompProfile?: { readonly type: string };
  };
}

const volumeKinds = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/**
 * Returns what a pod spec does against the level "restricted" of the Pod Security Standards, as its documentation
 * lists the controls (https://kubernetes.io/docs/concepts/security/pod-security-standards/, read 2026-11).
 */
export function restrictedProblems(pod: Manifest['spec']): readonly string[] {
  const problems: string[] = [];
  const check = (ok: boolean, problem: string): void => {
    if (!ok) problems.push(problem);
  };
  const context = pod.securityContext ?? {};
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) check(pod[field] !== true, field);
  for (const volume of pod.volumes ?? []) {
    const kind = Object.keys(volume).find((key) => key !== 'name') ?? '';
    check(volumeKinds.includes(kind), `volume ${volume.name} is a ${kind}`);
  }
  const containers: readonly Container[] = [...(pod.initContainers ?? []), ...pod.containers];
  for (const { name, securityContext = {}, ports = [] } of containers) {
    const { capabilities = {} } = securityContext;
    check(securityContext.privileged !== true, `${name}: privileged`);
    check(securityContext.allowPrivilegeEscalation === false, `${name}: allowPrivilegeEscalation`);
    check(capabilities.drop?.includes('ALL') === true, `${name}: capabilities are not dropped`);
    check(
      (capabilities.add ?? []).every((added) => added === 'NET_BIND_SERVICE'),
      `${name}: capabilities`,
    );
    check((securityContext.runAsNonRoot ?? context.runAsNonRoot) === true, `${name}: runAsNonRoot`);
    check((securityContext.runAsUser ?? context.runAsUser) !== 0, `${name}: runAsUser`);
    const seccomp = (securityContext.seccompProfile ?? context.seccompProfile)?.type;
    check(seccomp === 'RuntimeDefault' || seccomp === 'Localhost', `${name}: seccompProfile`);
    check(
      ports.every((port) => port.hostPort === undefined),
      `${name}: hostPort`,
    );
  }
  return problems;
}
