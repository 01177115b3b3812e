import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import {
  imageTagPlaceholder,
  scriptsChecksumPlaceholder,
} from '../../../../compiler/model/controller/kubernetes/scripts-config-map.ts';
import type { Ir } from '../../../../compiler/model/ir.ts';
import { emitters } from '../../../../emitters/all.ts';
import { runEmitters } from '../../../../emitters/run-emitters.ts';
import { controllerOf } from '../../../compiler/lower/controller/lowered.ts';
import { initScriptsOf } from '../../emit.ts';

const folder = 'kubernetes/jenkins/';

/** The files of the controller, by name, and what the image and the pod follow from. */
function emitted(settings = '', specs: Readonly<Record<string, string>> = {}) {
  const { ir, controller } = controllerOf(settings, specs);
  const artifacts = runEmitters(emitters, ['kubernetes'], ir).filter(({ path }) => path.startsWith(folder));
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
    const scripts = initScriptsOf(controller).map(({ name, content }) => [name, content.text]);
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

function dockerfileOf(ir: Ir): string {
  const files = runEmitters(emitters, ['docker'], ir);
  return files.find(({ path }) => path === 'jenkins/Dockerfile')?.content.text ?? '';
}

describe('the Dockerfile', () => {
  const dockerfile = (settings = '') => {
    const { ir } = controllerOf(settings);
    return dockerfileOf(ir);
  };
  const stages = (text: string) => text.split(/^(?=FROM )/m).filter((stage) => stage.startsWith('FROM '));

  test('has a stage without scripts for Kubernetes, where they come from the ConfigMap', () => {
    const [inCluster = '', standalone = ''] = stages(dockerfile());
    expect(inCluster).toMatch(/^FROM jenkins\/jenkins:2\.568\.2-jdk21 AS kubernetes\n/);
    expect(inCluster).toContain(
      'jenkins-plugin-cli --plugin-file /usr/share/jenkins/ref/plugins.txt --latest false',
    );
    expect(inCluster).not.toMatch(/init\.groovy\.d\/|runSetupWizard|PRE_CLEAR/);
    expect(standalone).toContain('    init.groovy.d/10-security.groovy \\\n');
    expect(standalone).toContain('    /usr/share/jenkins/ref/init.groovy.d/\n');
    expect(standalone).toContain('PRE_CLEAR_INIT_GROOVY_D=true');
  });

  test('never turns the setup wizard off without the scripts that close Jenkins', () => {
    for (const stage of stages(dockerfile())) {
      expect(stage.includes('runSetupWizard=false')).toBe(
        stage.includes('    init.groovy.d/10-security.groovy \\\n'),
      );
    }
  });

  test('holds the Job DSL only where it is applied from the image, outside of what is copied once', () => {
    const { ir } = controllerOf('', { build: 'project: shop\ncomponents: [{name: web}]\n' });
    expect(dockerfileOf(ir)).toContain('    /usr/share/jenkins/job-dsl/\n');
    expect(dockerfile('  seed: {repository: "git@git.example.com:a/b.git"}')).not.toContain('/job-dsl/');
  });
});

/** Whatever else stands in these folders of the output, it does not get into the image. */
describe('the Dockerfile copies by name', () => {
  test.each(['init.groovy.d', 'job-dsl'])('all of %s and nothing but that', (folder) => {
    const components = Array.from(
      { length: 1001 },
      (_, at) => `  - name: web-${at}\n    build: [{shell: make}]\n`,
    );
    const { ir } = controllerOf('', { build: `project: shop\ncomponents:\n${components.join('')}` });
    const artifacts = runEmitters(emitters, ['init-groovy', 'job-dsl', 'docker'], ir);
    const text = artifacts.find(({ path }) => path === 'jenkins/Dockerfile')?.content.text ?? '';
    const copied = text.match(new RegExp(`(?<=^ {4})${folder.replaceAll('.', '\\.')}/.+(?= \\\\$)`, 'gm'));
    const emitted = artifacts
      .map(({ path }) => path.replace(/^jenkins\//, ''))
      .filter((path) => path.startsWith(`${folder}/`));
    expect(copied).toEqual(emitted);
    expect(emitted.length).toBeGreaterThan(folder === 'job-dsl' ? 2 : 5);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(120);
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
      `A push to \`${repository}\` has to call \`http://jenkins.shop-jenkins.svc/${address}\``,
    );
    expect(emitted(seed(false)).read('README.md')).not.toContain('has to call');
  });

  test('says that privileged agents are, and what has to exist', () => {
    const { read } = emitted(
      '  agents: [{name: own, service_account: builder, env: [{name: A, secret: npm}]}]\n  registry: {push: r, secret: regcred}',
    );
    expect(read('README.md')).toContain('Privileged agents: dind.');
    expect(read('README.md')).toContain('builder');
    expect(read('README.md')).toContain('| shop-jenkins | Secret | `npm` | `A` | agent own |');
    expect(read('README.md')).toContain(
      '| shop-jenkins-privileged | Secret | `regcred` | `.dockerconfigjson` | agent dind |',
    );
  });

  test('names everything that is used and made nowhere, with its keys and who uses it', () => {
    const settings = `  apt: {enabled: true, signing_secret: apt-signing}
  kubernetes: {pull_secrets: [regcred], ingress: {host: ci.example.com}}
  environments: {pull_secrets: [pull]}
  agents: [{name: own, volumes: [{type: config-map, path: /m, name: maven}, {type: persistent-claim, path: /c, name: cache}]}]`;
    const environments = `
project: shop
environments:
  - name: Dev
    namespace: shop-dev
    services:
      - name: web
        port: 80
        external_url: www.example.com
        ssl: true
        service_mesh: enable
        env: [{secret: DB_PASSWORD, value: web-db/password}, {secret: DB_USER, value: web-db/user}]
        volumes:
          - {name: keys, path: /keys, type: secret}
          - {name: settings, path: /settings, type: configmap, items: [{key: a, path: b}]}
          - {name: data, path: /data, size: 1Gi}
`;
    const text = emitted(settings, { environments }).read('README.md');
    const rows = text.split('\n').filter((line) => /^\| shop-\S+ \| (Secret|ConfigMap|Pers)/.test(line));
    expect(rows).toEqual([
      '| shop-dev | ConfigMap | `settings` | `a` | Deployment web |',
      '| shop-dev | Secret | `keys` | all of it | Deployment web |',
      '| shop-dev | Secret | `pull` | `.dockerconfigjson` | Deployment web |',
      '| shop-dev | Secret | `web` | `tls.crt`, `tls.key` | Gateway web, Ingress web |',
      '| shop-dev | Secret | `web-db` | `password`, `user` | Deployment web |',
      '| shop-jenkins | ConfigMap | `maven` | all of it | agent own |',
      '| shop-jenkins | PersistentVolumeClaim | `cache` | all of it | agent own |',
      '| shop-jenkins | Secret | `apt-signing` | all of it | Deployment jenkins-apt |',
      '| shop-jenkins | Secret | `jenkins-tls` | `tls.crt`, `tls.key` | Ingress jenkins |',
      '| shop-jenkins | Secret | `regcred` | `.dockerconfigjson` | Deployment jenkins-apt, StatefulSet jenkins, agent deploy, agent generic, agent own |',
      '| shop-jenkins-privileged | Secret | `regcred` | `.dockerconfigjson` | agent dind |',
    ]);
    expect(text).toMatch(/^\| `Gateway` \| `networking\.istio\.io\/v1` \| [\w, -]+ \| Istio: /m);
    expect(text).toMatch(/^\| `VirtualService` \| `networking\.istio\.io\/v1` \| [\w, -]+ \| Istio: /m);
    expect(text).toContain('kubectl create secret generic NAME --namespace=NAMESPACE --from-file=KEY=FILE\n');
    expect(text).toContain('kubectl create secret docker-registry NAME ');
    expect(text).toContain('kubectl create secret tls NAME ');
    expect(emitted('').read('README.md')).not.toContain('What else has to be there');
  });

  const component = (git: string) => `project: shop
components: [{name: web, agent: generic, repository: {git: "${git}"}, build: [{shell: make}]}]
`;
  const [ssh, https] = ['git@git.example.com:shop/web.git', 'https://git.example.com/shop/web.git'];

  test('says how a private key is made, and which repositories have to know its public half', () => {
    const seed = '  seed: {repository: "git@git.example.com:shop/jobs.git"}';
    const text = emitted(seed, { build: component(ssh) }).read('README.md');
    expect(text).toContain(
      "ssh-keygen -q -t ed25519 -N '' -C seed-job-key -f FOLDER/seed-job-key/GIT_PRIVATE_KEY\n",
    );
    expect(text).toContain(
      '   - `git@git.example.com:shop/jobs.git` (`seed-job`)\n   - `git@git.example.com:shop/web.git` (component web)\n',
    );
    expect(text).toContain('Host key verification failed');
    const without = emitted('', { build: component(https) }).read('README.md');
    expect(without).not.toContain('shop/web.git` (component');
    expect(without).not.toContain('Host key verification failed');
    expect(without).toContain('Nothing here checks out with it');
  });

  test.each([
    ['two repositories of GitHub', ['git@github.com:a/a.git', 'git@github.com:a/b.git'], true],
    ['one repository of GitHub', ['git@github.com:a/a.git', 'git@github.com:a/a.git'], false],
    ['two repositories elsewhere', ['git@gitlab.com:a/a.git', 'git@gitlab.com:a/b.git'], false],
  ])('says what a deploy key cannot do for %s', (_, [first = '', second = ''], said) => {
    const settings = `  seed: {repository: "${first}"}`;
    const text = emitted(settings, { build: component(second) }).read('README.md');
    expect(text.includes('A deploy key of GitHub')).toBe(said);
  });

  test('names a repository that several jobs check out once', () => {
    const environments = `project: shop
environments: [{name: Dev, namespace: shop-dev, services: [{name: web}], tests: [{name: smoke, repository: "${ssh}", commands: [{shell: make}]}]}]
`;
    const text = emitted('', { build: component(ssh), environments }).read('README.md');
    expect(text).toContain('   - `git@git.example.com:shop/web.git` (component web, test Dev-smoke)\n');
  });

  test('says what takes the text of a credential, and where a value comes from', () => {
    const build = `project: shop
components: [{name: web, env: [{name: NPM_TOKEN, credentials: npm}], build: [{shell: make}]}]
`;
    const text = emitted('  credentials: [{id: npm, type: secret-text}]', { build }).read('README.md');
    expect(text).toContain(
      '| `npm/text` | text of the credential npm (variable NPM_TOKEN of component web) | whoever runs what it opens gives it |',
    );
    const login = 'credentials: [{id: seed-job-key, type: username-password}]';
    expect(emitted(`  ${login}`, { build: component(https) }).read('README.md')).toContain(
      '| `seed-job-key/password` | password of the credential seed-job-key (component web) |',
    );
    expect(text).toContain(
      '| `jenkins-admin/JENKINS_ADMIN_USER` | user name of the administrator | you choose it |',
    );
  });

  test.each([
    ['', 'No Ingress leads to it', 'Until that name leads'],
    ['  kubernetes: {ingress: {host: ci.example.com}}', 'Until that name leads', 'No Ingress leads to it'],
  ])('says how Jenkins is reached from a laptop: %s', (settings, said, not) => {
    // The host of a service is not that of Jenkins.
    const environments =
      'project: shop\nenvironments: [{name: Dev, namespace: shop-dev, services: [{name: web, external_url: www.example.com}]}]\n';
    const text = emitted(settings, { environments }).read('README.md');
    expect(text).toContain('An Ingress controller of the class nginx');
    expect(text.includes('| 503 or 404 instead of Jenkins |')).toBe(settings !== '');
    expect(text).toContain(
      '`kubectl --namespace=shop-jenkins port-forward service/jenkins 8080:80`, and http://localhost:8080/',
    );
    expect(text).toContain(said);
    expect(text).not.toContain(not);
  });

  test.each([
    ['own users', '', 'the password that you chose'],
    [
      'a directory',
      '  realm: {type: ldap, ldap: {server: "ldaps://ldap.example.com"}}',
      'an account of the directory',
    ],
    [
      'a provider',
      '  realm: {type: oidc, oidc: {well_known_url: "https://id.example.com/x", client_id: ci}}',
      'an account of the OpenID Connect provider',
    ],
  ])('says how the first login works with %s', (_, settings, said) => {
    const text = emitted(settings).read('README.md');
    expect(text).toContain(said);
    const back = 'http://jenkins.shop-jenkins.svc/securityRealm/finishLogin';
    expect(text.includes(back)).toBe(settings.includes('oidc'));
  });

  test('has the commands for what nothing here makes, and the images that nothing here builds', () => {
    const environments = `project: shop
environments: [{name: Dev, namespace: shop-dev, services: [{name: web, port: 80}]}]
`;
    const build = component('https://github.com/me/web.git');
    const made = '  environments: {create_namespaces: true}';
    const agents = `  registry: {push: registry.my-shop.io/shop/}
  agents: [{name: a, image: registry.my-shop.io/shop/tools:1}, {name: b, image: registry.my-shop.io/shop/tools:1}, {name: c, image: registry.my-shop.io/shopping:1}]`;
    const text = emitted(agents, { build, environments }).read('README.md');
    expect(text).toContain(
      '   kubectl create namespace shop-dev --dry-run=client --output=yaml | kubectl apply --server-side --filename=-\n   kubectl apply ',
    );
    expect(text).toContain('   - `registry.my-shop.io/shop/tools:1` (agent a, agent b)\n\n2. ');
    expect(text).toContain('could not read Username');
    const other = emitted(made, { build: component(ssh), environments }).read('README.md');
    for (const absent of [
      'kubectl create namespace shop',
      'images of your registry',
      'could not read Username',
    ])
      expect(other).not.toContain(absent);
  });

  test('says what starts the first builds, as far as the project has them', () => {
    const environments = `project: shop
environments:
  - {name: Dev, namespace: shop-dev, services: [{name: web, port: 80}]}
  - {name: Live, namespace: shop-prd, deployment: {mode: manual}, services: [{name: web, port: 80}]}
`;
    const application = 'project: shop\napplications: [{name: web, runtime: "nginx:1", version: "1"}]\n';
    const approval = 'approval: {submitters: [alice]}';
    const specs = { build: component(ssh), application, environments };
    const text = emitted(`  pipeline: {component_poll: "H/9 * * * *", ${approval}}`, specs).read('README.md');
    expect(text).toContain(
      'The jobs of components (web) look at their repositories on the schedule `H/9 * * * *`',
    );
    expect(text).toContain('before that, start those of web with\n   Build Now');
    expect(text).toContain('takes it through Dev, Live.');
    expect(text).toContain('It waits before Live, until alice or an administrator answers');
    const hooked = emitted('  pipeline: {component_poll: "", webhook: true}', specs).read('README.md');
    expect(hooked).toContain('a push starts them, the first time Build Now does');
    expect(hooked).toContain(`A push to \`${ssh}\` has to call`);
    expect(emitted().read('README.md')).not.toMatch(/environment-pipeline|docker-image|jobs of components/);
  });

  test('promotes nothing through an environment of pull requests, and says what they do there', () => {
    const environments = `project: shop
environments:
  - {name: Preview, namespace: shop-pre, deployment: {mode: manual}, services: [{name: web, port: 80}]}
  - {name: Live, namespace: shop-prd, services: [{name: web, port: 80}]}
`;
    const application = 'project: shop\napplications: [{name: web, build: {context: .}}]\n';
    const build = `project: shop
components:
  - name: web
    repository: {git: "https://github.com/me/web.git"}
    pull_requests: {credentials: api, environment: Preview}
`;
    const settings = '  credentials: [{id: api, type: username-password}]';
    const text = emitted(settings, { build, application, environments }).read('README.md');
    expect(text).toContain('takes it through Live.\n');
    expect(text).not.toContain('It waits before');
    expect(text).toContain(
      'The jobs `<component>-pull-requests` (web) build what is to be merged, and deploy',
    );
    expect(text).toContain('the repository to Preview, one at a time.');
  });

  test('computes what the project takes from its objects', () => {
    const environments = `project: shop
environments:
  - name: Live
    namespace: shop-prd
    services:
      - name: web
        port: 80
        replicas: 3
        requests: {cpu: 250m, memory: 1536Mi}
        volumes: [{name: data, path: /data, size: 3Gi, type: efs, modes: ReadWriteMany}]
      - name: api
        port: 80
        requests: {cpu: "1"}
        hpa: {min_replicas: 2, max_replicas: 5, metric: {name: cpu, target_average_utilization: 80}}
`;
    const settings =
      '  kubernetes: {storage: {size: 7Gi, class: fast}}\n  agents: [{name: own, image: "own/agent:1", resources: {requests: {cpu: "3", memory: 5Gi}}}]';
    const text = emitted(settings, { environments }).read('README.md');
    expect(text).toContain('| environment Live | 5 to 8 | 2750m | 4608Mi | 3Gi |');
    expect(text).toContain('| Jenkins and what is beside it | 1 | 500m | 2Gi | 7Gi |');
    expect(text).toContain('| together | 6 to 9 | 3250m | 6656Mi | 10Gi |');
    expect(text).toContain('| each build on `own` | 3 | 5Gi |');
    expect(text).toContain('| shop-jenkins | `jenkins-home` | 7Gi | fast |');
    expect(text).toContain('| shop-prd | `data` | 3Gi | aws-efs |');
    expect(text).toContain('A metrics server, which tells autoscalers what pods use (api).');
    expect(emitted().read('README.md')).not.toContain('metrics server');
  });
});
