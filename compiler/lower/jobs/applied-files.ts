import { appliedObjects, type EnvironmentIr } from '../../model/kubernetes/environment.ts';
import {
  type KubernetesObject,
  objectName,
  objectNamespace,
} from '../../model/kubernetes/kubernetes-object.ts';
import { joinTraced } from '../../print/lines.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, type Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { joined, joinTexts, mapValue, TracedText, type Valued } from '../../text/traced-text.ts';
import { once } from '../../util/once.ts';
import { scriptPart } from './pipeline-script.ts';
import { renderScript } from './render-script.ts';

/**
 * Returns the command that applies a file. The server merges, under one field manager for all jobs: applying a file
 * twice changes nothing, and fields that no spec speaks of, such as the pods that an autoscaler wants, stay with
 * whoever set them. What a spec does speak of wins over a change by hand (`--force-conflicts`), as it always did.
 */
export function applyCommand(
  file: Valued<string>,
  recreated: readonly KubernetesObject[] = [],
): Valued<string> {
  const before = recreated.map((object) => joined`${recreateCommand(object)}\n`);
  return joined`${joinTexts(before, '')}kubectl apply --server-side --force-conflicts --field-manager=bitesize ${fileArgument(file)}`;
}

/**
 * Returns the command that ends the rolling update of a Deployment which is there: its pace is the server's, belongs to
 * nobody and so goes with no apply, and a Deployment that is recreated may not have one.
 */
function recreateCommand(object: KubernetesObject): Valued<string> {
  const place = joined`deployment/${objectName(object)} --namespace=${mapValue(objectNamespace(object) ?? '', shellWord)}`;
  const type = joined`$(kubectl get ${place} --ignore-not-found --output=jsonpath='{.spec.strategy.type}')`;
  const patch = `--type=merge --patch='{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}'`;
  return joined`[ "${type}" != RollingUpdate ] || kubectl patch ${place} --field-manager=bitesize ${patch}`;
}

/** Returns a file as kubectl is told it. */
export function fileArgument(file: Valued<string>): Valued<string> {
  return joined`--filename=${mapValue(file, shellWord)}`;
}

/** Returns several manifests as the YAML documents of one file. */
export function documents(manifests: readonly TracedText[]): TracedText {
  const separator = new TracedText('---\n');
  return joinTraced(
    manifests.flatMap((manifest, index) => (index === 0 ? [manifest] : [separator, manifest])),
  );
}

/** A Service that sends requests to the colour that is live. */
export interface SwitchedService {
  readonly service: Valued<string>;
  /** The Deployment of that colour. */
  readonly deployment: Sourced<string>;
  readonly object: KubernetesObject;
  /** Why it has colours. */
  readonly method: Origin;
  readonly origin: Origin;
}

/** Returns the Services of an environment that a change of the active colour switches, in the order of applying. */
export function switchedServices(environment: EnvironmentIr): readonly SwitchedService[] {
  const targets = new Map(environment.services.map((service) => [service.name.value, service]));
  return appliedObjects(environment).flatMap((object) => {
    const { kind, apiVersion, name } = object.id;
    const service = kind === 'Service' && apiVersion === 'v1' ? targets.get(name) : undefined;
    if (service?.sendsTo === undefined) return [];
    const { deployment, method } = service.sendsTo;
    return [{ service: objectName(object), deployment, method, object, origin: object.origin }];
  });
}

/**
 * Field managers of before: environment-operator updated what it made under the name of its program, and the server
 * calls whoever made an object before it had managers `before-first-apply`. (What the plugin made with `kubectl apply`
 * is taken over by kubectl itself.)
 */
const formerManagers: readonly string[] = ['environment-operator', 'before-first-apply'];

const owners = formerManagers.map((manager) => `(eq $entry.manager "${manager}")`).join(' ');

/** Prints the entries of former managers: place, kind, API version, name, namespace, manager. `get` prints a list or one. */
const formerEntries =
  '{{define "former"}}{{$object := .}}{{if .metadata.namespace}}{{range $place, $entry := .metadata.managedFields}}' +
  `{{if and (eq $entry.operation "Update") (not $entry.subresource) (or ${owners})}}` +
  '{{$place}} {{$object.kind}} {{$object.apiVersion}} {{$object.metadata.name}} {{$object.metadata.namespace}} {{$entry.manager}}{{"\\n"}}' +
  '{{end}}{{end}}{{end}}{{end}}' +
  '{{if .items}}{{range .items}}{{template "former" .}}{{end}}{{else}}{{template "former" .}}{{end}}';

/**
 * Returns the method `takeOver(files)` of a script: what an engine of before made has a second owner, from whom
 * `--force-conflicts` takes no more than what differs. So a field that leaves the specs would stay in the cluster, and
 * one that must leave for another (`value` for `valueFrom`) would keep the object from being applied for ever.
 */
export const takeOverMethod = once(() => {
  const data = {
    get script() {
      return renderScript('take-over.sh', { goTemplate: formerEntries });
    },
    origin: oneOwner,
  };
  return scriptPart('take-over.groovy', data, ['sh']);
});

const oneOwner = fromPolicy(
  'What an engine of before made belongs to it as well, until its name leaves the list of owners.',
);

/** Prints `{} 4` for a Deployment that has 4 pods because a job applied that number. */
const ownReplicas =
  '{.metadata.managedFields[?(@.manager=="bitesize")].fieldsV1.f:spec.f:replicas} {.spec.replicas}';

/** Returns the method `keepReplicas(namespace, deployments)` of a script that applies what an autoscaler scales. */
export const keepReplicasMethod = once(() => {
  const data = {
    get script() {
      return renderScript('keep-replicas.sh', { jsonPath: ownReplicas });
    },
    origin: keptPods,
  };
  return scriptPart('keep-replicas.groovy', data, ['sh']);
});

const keptPods = fromPolicy(
  'A number that is applied no more goes back to 1; another field manager keeps it until the autoscaler acts.',
);
