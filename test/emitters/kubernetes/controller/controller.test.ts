import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import {
  imageTagPlaceholder,
  scriptsChecksumPlaceholder,
} from '../../../../compiler/model/controller/content-placeholders.ts';
import { docker } from '../../../../emitters/docker/index.ts';
import { renderInitScripts } from '../../../../emitters/init-groovy/render-init-scripts.ts';
import { kubernetes } from '../../../../emitters/kubernetes/index.ts';
import { controllerOf } from '../../../compiler/lower/controller/lowered.ts';

const folder = 'kubernetes/jenkins/';

/** The files of the controller, by name, and what the image and the pod follow from. */
function emitted(settings = '', specs: Readonly<Record<string, string>> = {}) {
  const { ir, controller } = controllerOf(settings, specs);
  const artifacts = kubernetes.emit(ir).filter(({ path }) => path.startsWith(folder));
  const files = new Map(artifacts.map(({ path, content }) => [path.slice(folder.length), content.text]));
  const read = (name: string): string => files.get(name) ?? '';
  const pod = (load(read('50-statefulset-jenkins.yaml')) as { spec: { template: PodTemplate } }).spec
    .template;
  return {
    ir,
    controller,
    files,
    read,
    checksum: pod.metadata.annotations['checksum/init-scripts'] ?? '',
    image: pod.spec.containers[0]?.image ?? '',
  };
}

interface PodTemplate {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly { readonly image: string }[] };
}

describe('the files of the controller', () => {
  test('are all listed in the kustomization, in their order, and none is in a forced namespace', () => {
    const { files, read } = emitted('  kubernetes: {agent_namespace: agents, backup: {}}');
    const kustomization = load(read('kustomization.yaml')) as { resources: string[]; namespace?: string };
    const manifests = [...files.keys()].filter((name) => /^\d\d-/.test(name));
    expect(kustomization.resources).toEqual(manifests.sort());
    expect(kustomization.namespace).toBeUndefined();
  });

  test('hold no placeholder', () => {
    for (const text of emitted('  kubernetes: {backup: {}}').files.values()) {
      expect(text).not.toContain(imageTagPlaceholder);
      expect(text).not.toContain(scriptsChecksumPlaceholder);
    }
  });

  test('hold the init scripts exactly as they are', () => {
    const { controller, read } = emitted(
      '  system_message: "a\\n  b \\n\\n\\tc: # d"\n  env: [{name: A, value: "x \\n"}]',
    );
    const { data } = load(read('20-configmap-jenkins-init-scripts.yaml')) as { data: Record<string, string> };
    const scripts = renderInitScripts(controller).map(({ name, content }) => [name, content.text]);
    expect(data).toEqual(Object.fromEntries(scripts));
  });

  test('print the scripts as blocks of lines that people can read', () => {
    expect(emitted().read('20-configmap-jenkins-init-scripts.yaml')).toContain('  10-security.groovy: |\n');
  });
});

describe('a pod is replaced', () => {
  test('when a setting of a script changed, with the same image', () => {
    const before = emitted();
    const after = emitted('  system_message: another');
    expect(after.checksum).not.toBe(before.checksum);
    expect(after.image).toBe(before.image);
    expect(before.checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  test('when a plugin changed, with another image', () => {
    const before = emitted();
    const after = emitted('  plugins: [{id: timestamper}]');
    expect(after.image).not.toBe(before.image);
    expect(after.checksum).toBe(before.checksum);
  });

  test('when only the reason of a plugin changed: never', () => {
    const one = emitted('  plugins: [{id: timestamper, why: a}]');
    const other = emitted('  plugins: [{id: timestamper, why: b}]');
    expect([other.image, other.checksum]).toEqual([one.image, one.checksum]);
  });

  test('when the Job DSL in the image changed, and not when the repository has it', () => {
    const build = (name: string) => ({
      build: `project: shop\ncomponents: [{name: ${name}, build: [{shell: make}]}]\n`,
    });
    expect(emitted('', build('a')).image).not.toBe(emitted('', build('b')).image);
    const seed = '  seed: {repository: "git@git.example.com:a/b.git"}';
    expect(emitted(seed, build('a')).image).toBe(emitted(seed, build('b')).image);
  });

  test('when the base image changed, with another image', () => {
    expect(emitted('  image: own/jenkins:1').image).not.toBe(emitted().image);
  });
});

describe('the Dockerfile', () => {
  const dockerfile = (settings = '') => {
    const { ir } = controllerOf(settings);
    return docker.emit(ir).find(({ path }) => path === 'jenkins/Dockerfile')?.content.text ?? '';
  };
  const stages = (text: string) => text.split(/^(?=FROM )/m).filter((stage) => stage.startsWith('FROM '));

  test('has a stage without scripts for Kubernetes, where they come from the ConfigMap', () => {
    const [inCluster = '', standalone = ''] = stages(dockerfile());
    expect(inCluster).toMatch(/^FROM jenkins\/jenkins:2\.568\.2-jdk21 AS kubernetes\n/);
    expect(inCluster).toContain(
      'jenkins-plugin-cli --plugin-file /usr/share/jenkins/ref/plugins.txt --latest false',
    );
    expect(inCluster).not.toMatch(/init\.groovy\.d\/|runSetupWizard|PRE_CLEAR/);
    expect(standalone).toContain(
      'COPY --chown=jenkins:jenkins init.groovy.d/ /usr/share/jenkins/ref/init.groovy.d/',
    );
    expect(standalone).toContain('PRE_CLEAR_INIT_GROOVY_D=true');
  });

  test('never turns the setup wizard off without the scripts that close Jenkins', () => {
    for (const stage of stages(dockerfile())) {
      expect(stage.includes('runSetupWizard=false')).toBe(
        stage.includes('COPY --chown=jenkins:jenkins init.groovy.d/'),
      );
    }
  });

  test('holds the Job DSL only where it is applied from the image, outside of what is copied once', () => {
    expect(dockerfile()).toContain('COPY --chown=jenkins:jenkins job-dsl/ /usr/share/jenkins/job-dsl/');
    expect(dockerfile('  seed: {repository: "git@git.example.com:a/b.git"}')).not.toContain('job-dsl');
  });
});

describe('the guide', () => {
  test('and the script name every Secret and key, and the image to build', () => {
    const { read, controller, image } = emitted('  credentials: [{id: a, type: file}]');
    for (const { secret, key } of controller.secrets) {
      expect(read('README.md')).toContain(`${secret.value}/${key.value}`);
      expect(read('create-secrets.sh')).toContain(
        `--from-file=${key.value}="$folder"/${secret.value}/${key.value}`,
      );
    }
    expect(read('README.md')).toContain(`docker build --target kubernetes --tag ${image} jenkins`);
  });

  test.each([
    [
      'https://git.example.com/a b.git',
      'git/notifyCommit?url=https%3A%2F%2Fgit.example.com%2Fa%20b.git&token=TOKEN',
    ],
    ['git@github.com:a/b.git', 'github-webhook/'],
  ])('says what a push to %s has to call', (repository, address) => {
    const seed = (webhook: boolean) => `  seed: {repository: "${repository}", webhook: ${webhook}}`;
    expect(emitted(seed(true)).read('README.md')).toContain(
      `has to call \`http://jenkins.shop-jenkins.svc/${address}\``,
    );
    expect(emitted(seed(false)).read('README.md')).not.toContain('has to call');
  });

  test('says that privileged agents are, and what has to exist', () => {
    const { read } = emitted(
      '  agents: [{name: own, service_account: builder, env: [{name: A, secret: npm}]}]\n  registry: {push: r, secret: regcred}',
    );
    expect(read('README.md')).toContain('Privileged agents: dind.');
    expect(read('README.md')).toContain('builder');
    expect(read('README.md')).toContain('npm, regcred');
  });
});
