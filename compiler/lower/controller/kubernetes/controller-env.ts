import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';
import { secretsFolder } from './secret-volume.ts';

/** Returns the environment of the controller. It has no secrets: those are files, which no page of Jenkins shows. */
export function controllerEnv(scope: ObjectScope): readonly Traceable[] {
  const { timeZone, pathPrefix, deployment } = scope;
  const { seedRepository } = deployment;
  const field = (name: string, fieldPath: string): Traceable => ({
    name,
    valueFrom: { fieldRef: { fieldPath } },
  });
  const javaOptions = [
    '-Djenkins.install.runSetupWizard=false',
    '-XX:MaxRAMPercentage=60.0',
    `-Duser.timezone=${timeZone.value}`,
  ];
  const jenkinsOptions = [
    '--webroot=/var/jenkins_cache/war',
    ...(pathPrefix.value === '' ? [] : [`--prefix=${pathPrefix.value}`]),
  ];
  return [
    field('POD_NAME', 'metadata.name'),
    field('POD_NAMESPACE', 'metadata.namespace'),
    field('POD_IP', 'status.podIP'),
    ...(seedRepository === undefined ? [] : [{ name: 'SEED_JOBS_REPO', value: seedRepository }]),
    { name: 'SECRETS', value: secretsFolder },
    {
      name: 'JENKINS_JAVA_OPTS',
      value: sourced(
        javaOptions.join(' '),
        fromSeveral([
          fromPolicy(
            'The init scripts do what the setup wizard does; Jenkins gets most of the memory limit.',
          ),
          timeZone.origin,
        ]),
      ),
    },
    {
      name: 'JENKINS_OPTS',
      value: sourced(
        jenkinsOptions.join(' '),
        fromSeveral([fromPolicy('The war file is unpacked outside the home directory.'), pathPrefix.origin]),
      ),
    },
    {
      name: 'PRE_CLEAR_INIT_GROOVY_D',
      value: sourced(
        '',
        fromPolicy('The image must not remove the folder that the ConfigMap is mounted at.'),
      ),
    },
  ];
}
