import type { Agent, Jenkins } from '../../../../schema/generated/located.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { reachedAgents } from '../../../util/reached-agents.ts';
import { agentNameLabel, resourceAmounts } from '../../controller/agents/agent-pod.ts';
import { plainAccount } from '../../controller/agents/agent-rights.ts';
import { loginOfRegistry } from '../../controller/agents/registry-login.ts';
import { pinnedImage } from '../../controller/pinned-image.ts';

/** The name by which the pods that build images are known. */
export const builderName = sourced(
  'image-build',
  fromPolicy('Images of repositories are built in pods of their own.'),
);

/** The container of the pod that has BuildKit. */
export const builderContainer = 'buildkit';

const rootless = fromPolicy(
  'BuildKit builds without root: it makes user namespaces of its own, which the default profiles of a node forbid.',
);
const noSandbox = fromPolicy(
  'A container may not make the mounts that a process sandbox needs; the steps of a Dockerfile see the processes of BuildKit instead.',
);
const slowStart = fromPolicy('On a busy node BuildKit starts in seconds, not at once.');
const waits = fromPolicy('The container waits until Jenkins runs the build in it.');
const state = fromPolicy('The layers of the build stand on a volume that allows files of other users.');
const noToken = fromPolicy('A build of an image needs no access to the Kubernetes API.');
const hardened = fromPolicy('What is not BuildKit gets the system calls that containers need, no others.');

/** The user of the image `moby/buildkit:*-rootless`, which is that of the agent, too. */
const user = sourced(1000, rootless);

/** Returns the agent that says which image, which resources and which nodes the builds of images get: the component's. */
export function builderAgent(agents: readonly Agent[], label: Sourced<string>): Agent {
  const labelled = agents.map((spec) => ({
    spec,
    name: spec.name.value,
    label: (spec.label ?? spec.name).value,
  }));
  const [reached] = reachedAgents(label.value, labelled);
  const [first] = agents;
  const agent = reached?.spec ?? first;
  if (agent === undefined) throw new Error('every project has the agents of the default');
  return agent;
}

/**
 * Returns the pod that builds an image from a repository: the container of the agent, which checks out, and BuildKit
 * beside it, which alone has the login of the registry. Follows `examples/kubernetes/job.rootless.yaml` of BuildKit.
 * The image, the resources and the nodes are those of the agent that builds the component.
 */
export function builderPod(
  settings: Jenkins,
  agent: Pick<Agent, 'image' | 'resources' | 'node_selector'>,
): Traceable {
  const login = loginOfRegistry(settings);
  const secrets = distinct(settings.kubernetes.pull_secrets).map((secret): Traceable => ({ name: secret }));
  const unconfined: Traceable = { type: sourced('Unconfined', rootless) };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { labels: { [agentNameLabel]: builderName } },
    spec: {
      serviceAccountName: sourced(plainAccount, noToken),
      automountServiceAccountToken: sourced(false, noToken),
      restartPolicy: 'Never',
      imagePullSecrets: secrets.length === 0 ? undefined : secrets,
      nodeSelector: Object.keys(agent.node_selector).length === 0 ? undefined : agent.node_selector,
      securityContext: { seccompProfile: { type: sourced('RuntimeDefault', hardened) } },
      containers: [
        {
          name: 'jnlp',
          image: pinnedImage(agent.image),
          resources: agent.resources && resourceAmounts(agent.resources),
        },
        {
          name: builderContainer,
          image: pinnedImage(settings.registry.builder),
          command: sourced<Traceable>(['sleep'], waits),
          args: sourced<Traceable>(['infinity'], waits),
          env: [
            sourced<Traceable>(
              { name: 'BUILDKITD_FLAGS', value: '--oci-worker-no-process-sandbox' },
              noSandbox,
            ),
            sourced<Traceable>({ name: 'BUILDCTL_CONNECT_RETRIES_MAX', value: '50' }, slowStart),
            ...login.map(({ variable }) => variable),
          ],
          securityContext: {
            runAsUser: user,
            runAsGroup: user,
            seccompProfile: unconfined,
            appArmorProfile: unconfined,
          },
          volumeMounts: [
            sourced<Traceable>({ name: 'buildkit', mountPath: '/home/user/.local/share/buildkit' }, state),
            ...login.map(({ volumeMount }) => volumeMount),
          ],
        },
      ],
      volumes: [
        sourced<Traceable>({ name: 'buildkit', emptyDir: {} }, state),
        ...login.map(({ volume }) => volume),
      ],
    },
  };
}
