import { applicationListsRule } from './application-lists.ts';
import { artifactPatternsRule } from './artifact-patterns.ts';
import { buildDependenciesRule } from './build-dependencies.ts';
import { buildVariablesRule } from './build-variables.ts';
import { credentialNamesRule } from './credential-names.ts';
import { deadFieldsRule } from './dead-fields.ts';
import { gitUrlsRule } from './git-urls.ts';
import { gradleOptionsRule } from './gradle-options.ts';
import { hostKeysRule } from './host-keys.ts';
import { hostsRule } from './hosts.ts';
import { hpaReplicasRule } from './hpa-replicas.ts';
import { hpaTargetRule } from './hpa-target.ts';
import { imageBuildsRule } from './image-builds.ts';
import { imageReferencesRule } from './image-references.ts';
import { imageSourcesRule } from './image-sources.ts';
import { initContainersRule } from './init-containers.ts';
import { jobNamesRule } from './job-names.ts';
import { jobBuildersRule } from './jobs/builders.ts';
import { jobCheckoutsRule } from './jobs/checkouts.ts';
import { jobControllerScriptsRule } from './jobs/controller-scripts.ts';
import { jobParametersAndPropertiesRule } from './jobs/parameters-and-properties.ts';
import { jobPublishersRule } from './jobs/publishers.ts';
import { jobWrappersAndTriggersRule } from './jobs/wrappers-and-triggers.ts';
import { kubernetesLabelsRule } from './kubernetes-labels.ts';
import { kubernetesNamesRule } from './kubernetes-names.ts';
import { leadingZerosRule } from './leading-zeros.ts';
import { lineTextsRule } from './line-texts.ts';
import { lookAlikesRule } from './look-alikes.ts';
import { openGatesRule } from './open-gates.ts';
import { pathPatternsRule } from './path-patterns.ts';
import { plainSecretsRule } from './plain-secrets.ts';
import { portsRule } from './ports.ts';
import { probesRule } from './probes.ts';
import { projectSizeRule } from './project-size.ts';
import { publicationsRule } from './publications.ts';
import { quantitiesRule } from './quantities.ts';
import { repeatedItemsRule } from './repeated-items.ts';
import { resourceTypesRule } from './resource-types.ts';
import type { Rule } from './rule.ts';
import { schedulesRule } from './schedules.ts';
import { seedPathRule } from './seed-path.ts';
import { timeZonesRule } from './time-zones.ts';
import { tolerationsRule } from './tolerations.ts';
import { variableNamesRule } from './variable-names.ts';
import { variableOrderRule } from './variable-order.ts';
import { variablesRule } from './variables.ts';
import { viewsRule } from './views.ts';
import { volumesRule } from './volumes.ts';

/** Every semantic rule, in the order in which they run. */
export const allRules: readonly Rule[] = [
  applicationListsRule,
  artifactPatternsRule,
  buildDependenciesRule,
  buildVariablesRule,
  credentialNamesRule,
  deadFieldsRule,
  gitUrlsRule,
  gradleOptionsRule,
  hostKeysRule,
  hostsRule,
  hpaReplicasRule,
  hpaTargetRule,
  jobWrappersAndTriggersRule,
  imageBuildsRule,
  imageReferencesRule,
  imageSourcesRule,
  initContainersRule,
  jobBuildersRule,
  jobControllerScriptsRule,
  jobNamesRule,
  jobCheckoutsRule,
  jobPublishersRule,
  jobParametersAndPropertiesRule,
  kubernetesLabelsRule,
  kubernetesNamesRule,
  leadingZerosRule,
  lineTextsRule,
  lookAlikesRule,
  openGatesRule,
  pathPatternsRule,
  plainSecretsRule,
  portsRule,
  projectSizeRule,
  probesRule,
  publicationsRule,
  quantitiesRule,
  repeatedItemsRule,
  resourceTypesRule,
  schedulesRule,
  seedPathRule,
  timeZonesRule,
  tolerationsRule,
  variableNamesRule,
  variableOrderRule,
  variablesRule,
  viewsRule,
  volumesRule,
];
