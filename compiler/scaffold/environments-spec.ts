import type { ThirdParty } from './hints/compose.ts';
import type { NewProject, NewService } from './project-parts.ts';
import { partVariables, type ServiceVariable, thirdPartyVariables } from './service-variables.ts';
import { answer, comment, inline, scalar } from './spec-text.ts';

/** Returns environments.bitesize: a development and a manual production environment. */
export function environmentsSpec(project: NewProject): string {
  const { name, notes } = project;
  const seen = notes.map((note) => `# ${comment(note)}\n`).join('');
  return `# What runs where. The order of the environments is the order of promotion.
${seen}project: ${scalar(name)}
environments:
  - name: Development
    namespace: ${scalar(`${name}-dev`)}
    services:
${services(project, 'dev.')}
  - name: Production
    namespace: ${scalar(`${name}-prd`)}
    deployment:
      # Somebody who may log in approves before this environment is deployed. To say who: \`pipeline.approval.submitters\` of
      # jenkins.bitesize, with \`authorization.strategy: matrix\`.
      mode: manual
    services:
${services(project, '')}`;
}

function services(project: NewProject, prefix: '' | 'dev.'): string {
  const { components, thirdParties, host } = project;
  const all = components.flatMap(({ images }) =>
    images.flatMap((image) => image.services.map((service) => ({ service, application: image.name }))),
  );
  const front = frontOf(all.map(({ service }) => service));
  const own = all.map(({ service, application }) => {
    const { name, port, command } = service;
    const url =
      service === front && port !== undefined
        ? `        external_url: ${answer({ ...host, value: `${prefix}${host.value}` })}\n`
        : '';
    const production = prefix === '' && url !== '' ? '        ssl: true\n' : '';
    const replicas = prefix === '' && port !== undefined ? '        replicas: 2\n' : '';
    return [
      `      - name: ${scalar(name)}\n`,
      name === application ? '' : `        application: ${scalar(application)}\n`,
      command === undefined ? '' : `        command: ${inline(command)}\n`,
      url,
      port === undefined ? '' : `        port: ${answer(port)}\n`,
      `${production}${replicas}${variables(service, project)}`,
    ].join('');
  });
  return [...own, ...thirdParties.map((each) => thirdParty(each, prefix === ''))].join('');
}

const BACKUPS =
  'TODO: nothing backs up this pod; keep it, or take it out and let the Secret lead to a managed database';

function thirdParty(found: ThirdParty, isProduction: boolean): string {
  const { name, image, isAssumed, kind, from } = found;
  const volume = `        volumes:
          - name: ${scalar(`${name}-data`)}
            path: ${kind.data}
            modes: ReadWriteOnce
            size: 10Gi
`;
  const source = isAssumed ? `${from}, which names no version` : from;
  return `      - name: ${scalar(name)}${isProduction && kind.keeps ? ` # ${BACKUPS}` : ''}
        image: ${scalar(image)} # ${comment(source)}
${kind.command === undefined ? '' : `        command: ${inline(kind.command)}\n`}        port: ${kind.port}
${env(thirdPartyVariables(found))}${hasVolume(found) ? volume : ''}`;
}

/** Returns whether what a public image keeps must outlive its pods. */
export function hasVolume({ kind, hasVolumes }: ThirdParty): boolean {
  return kind.keeps || hasVolumes;
}

function variables(service: NewService, { components, thirdParties }: NewProject): string {
  const all = components.flatMap(({ images }) => images.flatMap((image) => image.services));
  const plain = ({ name, variables: { value } }: NewService) => ({ name, variables: value });
  const { known, others } = partVariables(plain(service), all.map(plain), thirdParties);
  const left =
    others.length === 0
      ? ''
      : `        # ${comment(`${service.variables.from} sets ${others.join(', ')}: name under \`env\` what the service needs.`)}\n`;
  return `${env(known)}${left}`;
}

function env(all: readonly ServiceVariable[]): string {
  if (all.length === 0) return '';
  const entry = (variable: ServiceVariable) =>
    'secret' in variable
      ? `          - secret: ${variable.name} # ${comment(`the key of a Secret${variable.like === undefined ? '' : `: ${variable.like}`}`)}
            value: ${scalar(`${variable.secret}/${variable.key}`)}
`
      : `          - name: ${variable.name}
            value: ${JSON.stringify(variable.value)}
`;
  return `        env:\n${all.map(entry).join('')}`;
}

/** The service that people come to: the one whose name says so, or the first that listens. */
function frontOf(all: readonly NewService[]): NewService | undefined {
  const listening = all.filter(({ port }) => port !== undefined);
  return (
    listening.find(({ name }) => /^(web|www|front|frontend|ui|site|gateway|app)$/.test(name)) ?? listening[0]
  );
}
