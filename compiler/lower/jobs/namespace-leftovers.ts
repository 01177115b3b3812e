import { kindName, listedGroups, listedKinds } from '../../model/kubernetes/deploy-rights.ts';
import { appliedObjects, deployedObjects, type EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { ObjectId } from '../../model/kubernetes/kubernetes-object.ts';
import { fromSeveral } from '../../text/origin.ts';
import type { TracedText } from '../../text/traced-text.ts';
import { compareText } from '../../util/compare-text.ts';
import type { JobScope } from './job-scope.ts';
import { renderScript } from './render-script.ts';

/**
 * Returns the shell script that lists the objects of a namespace that the project made and that are no longer in the
 * specs, and deletes them where the settings say so. Volume claims and third-party resources hold data: they are only
 * ever listed (the operator deleted both after a mere typo, B27). Objects with an owner are that owner's business.
 */
export function namespaceLeftovers(
  scope: JobScope,
  namespace: string,
  environments: readonly EnvironmentIr[],
): TracedText {
  const { prune } = scope.settings.pipeline.service_manage;
  const objects = environments.flatMap((environment) => [
    ...appliedObjects(environment),
    ...deployedObjects(environment),
  ]);
  return renderScript('leftovers.sh', {
    namespace,
    selector: `app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=${scope.project.name.value}`,
    resources,
    groups,
    goTemplate,
    wanted: objects
      .map(({ id, origin }) => ({ name: resourceName(id), origin }))
      .sort((a, b) => compareText(a.name, b.name)),
    prune: prune.value,
    pruneOrigin: prune.origin,
    pruned,
    origin: fromSeveral(environments.map((environment) => environment.namespace.origin)),
  });
}

/** Prints kind, API version and name of each object without an owner. */
const goTemplate =
  '{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}';

const resources = listedKinds.map(kindName).join(',');
const groups = listedGroups.join(' ');
const pruned = listedKinds
  .filter(({ prunable }) => prunable)
  .map((kind) => `${kindName(kind)}/*`)
  .join(' | ');

/** As kubectl names an object: kind, API group and name; its version does not matter. */
function resourceName({ apiVersion, kind, name }: ObjectId): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind.toLowerCase()}${group}/${name}`;
}
