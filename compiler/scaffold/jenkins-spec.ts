import { hasVolume } from './environments-spec.ts';
import type { ForgeSettings } from './forge-settings.ts';
import type { NewProject } from './project-parts.ts';
import { answer, comment, scalar } from './spec-text.ts';

/** Returns jenkins.bitesize: what has no default that does. */
export function jenkinsSpec(project: NewProject, forge: ForgeSettings | undefined): string {
  const { name, registry } = project;
  const keepsData = project.thirdParties.some(hasVolume);
  const wantsLogin = registry.todo === undefined && LOGIN_WANTED.test(registry.value);
  const pull = (indent: string) => (wantsLogin ? `${indent}pull_secrets: [${LOGIN}]\n` : '');
  return `# The project's Jenkins. Everything has a default: \`bitesize docs\` lists the fields.
project: ${scalar(name)}
jenkins:
  kubernetes:
    namespace: ${scalar(`${name}-jenkins`)}
${pull('    ')}  environments:
    # The namespaces of the environments are made with Jenkins.
    create_namespaces: true
${keepsData ? '    # The class that the cluster marks as its default (`kubectl get storageclass`).\n    storage_classes: {ebs: ""}\n' : ''}${pull('    ')}  registry:
    push: ${answer(registry)}
${wantsLogin ? `    secret: ${LOGIN} # of the type kubernetes.io/dockerconfigjson; this registry wants a login\n` : ''}${forgeParts(forge)}`;
}

/** The Secret with the login of the registry, in each namespace that pushes or pulls. */
const LOGIN = 'registry-login';

/** Registries that anybody can have a place in: nobody pushes without a login, and images are private at first. */
const LOGIN_WANTED =
  /^(registry\.gitlab\.com|ghcr\.io|docker\.io|quay\.io|[\w.-]+\.azurecr\.io|([\w-]+\.)?gcr\.io|[\w-]+-docker\.pkg\.dev|[\w.-]+\.amazonaws\.com)(\/|$)/;

function forgeParts(forge: ForgeSettings | undefined): string {
  if (forge === undefined) return '';
  const { title, credential, type, wants, server } = forge;
  const servers =
    server === undefined
      ? ''
      : `  forges:
    - name: ${server.type}
      type: ${server.type}
      url: ${scalar(server.url)}
      credentials: ${credential}
`;
  return `${servers}  credentials:
    # Reads pull requests of ${title} and reports what became of them. Its Secret has ${comment(wants)}.
    - id: ${credential}
      type: ${type}
`;
}
