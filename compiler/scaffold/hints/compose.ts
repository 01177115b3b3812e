import type { Node } from '../../source/node.ts';
import type { Found, SourceFolder } from '../source-folder.ts';
import { entriesOf, itemsOf, scalarOf, valueAt } from '../yaml-parts.ts';

/** A database, or another thing that a type of service stands for. */
export interface ThirdParty {
  readonly name: string;
  readonly type: string;
  readonly version?: string;
  readonly from: string;
}

/** What a file of Docker Compose says of a folder that it builds. */
export interface BuiltService {
  readonly name: string;
  /** Path of the folder; empty for the one of the file. */
  readonly folder: string;
  readonly port?: Found<number>;
  /** Names of its variables; values may be secrets, and are those of a developer's machine. */
  readonly variables: readonly string[];
  readonly from: string;
}

/** What the files of Docker Compose in a folder say. */
export interface ComposeFacts {
  readonly built: readonly BuiltService[];
  readonly thirdParties: readonly ThirdParty[];
  /** Services of images that specs have no type for. */
  readonly others: readonly { readonly name: string; readonly image: string; readonly from: string }[];
}

const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** Returns what the file of Docker Compose of a folder says; it takes the first of the names that Compose looks for. */
export function readCompose(folder: SourceFolder): ComposeFacts {
  const name = NAMES.find((each) => folder.files.has(each));
  const services = name === undefined ? [] : entriesOf(valueAt(folder.yaml(name), 'services'));
  const from = folder.at(name ?? '');
  const facts = {
    built: [] as BuiltService[],
    thirdParties: [] as ThirdParty[],
    others: [] as ComposeFacts['others'][number][],
  };
  for (const [service, node] of services) {
    const build = valueAt(node, 'build');
    const image = scalarOf(valueAt(node, 'image'));
    if (build !== undefined) facts.built.push(builtService(service, node, build, from));
    else if (image !== undefined) {
      const known = thirdParty(image);
      if (known === undefined) facts.others.push({ name: service, image, from });
      else facts.thirdParties.push({ name: service, ...known, from });
    }
  }
  return facts;
}

/** Names of images, and the types of services that specs have for them. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^(postgres|postgresql|postgis|pgvector|timescaledb)$/, 'postgres'],
  [/^(mysql|mariadb|percona)(-server)?$/, 'mysql'],
  [/^(mongo|mongodb)(-community-server)?$/, 'mongo'],
  [/^(redis|redis-stack|redis-stack-server|valkey)$/, 'redis'],
  [/^(kafka|cp-kafka)$/, 'kafka'],
  [/^(zookeeper|cp-zookeeper)$/, 'zookeeper'],
  [/^cassandra$/, 'cassandra'],
  [/^(elasticsearch|opensearch)$/, 'es'],
  [/^couchbase$/, 'couchbase'],
];

function thirdParty(image: string): Pick<ThirdParty, 'type' | 'version'> | undefined {
  const [, name = '', tag] = /^(?:.*\/)?([^/:@]+)(?::([^@]+))?(?:@.*)?$/.exec(image) ?? [];
  const type = types.find(([pattern]) => pattern.test(name))?.[1];
  if (type === undefined) return undefined;
  const [, version] = /^[a-z]*(\d+(?:\.\d+)*)/.exec(tag ?? '') ?? [];
  return { type, ...(version === undefined ? {} : { version }) };
}

function builtService(name: string, service: Node, build: Node, from: string): BuiltService {
  const context = scalarOf(build) ?? scalarOf(valueAt(build, 'context')) ?? '.';
  const port = containerPort(valueAt(service, 'ports')) ?? containerPort(valueAt(service, 'expose'));
  const environment = valueAt(service, 'environment');
  const variables =
    environment?.kind === 'sequence'
      ? itemsOf(environment).map((item) => scalarOf(item)?.split('=')[0] ?? '')
      : entriesOf(environment).map(([key]) => key);
  return {
    name,
    folder: context.replace(/^\.\/?|\/$/g, ''),
    ...(port === undefined ? {} : { port: { value: port, from } }),
    variables: variables.filter((variable) => /^[A-Za-z_]\w*$/.test(variable)),
    from,
  };
}

/** The port in the container of the first mapping: `80`, `8080:80`, `127.0.0.1:8080:80/tcp`, or `target: 80`. */
function containerPort(ports: Node | undefined): number | undefined {
  const [first] = itemsOf(ports);
  const text = scalarOf(first) ?? scalarOf(valueAt(first, 'target')) ?? '';
  const port = Number(/(?:^|:)(\d{1,5})(?:\/tcp)?$/.exec(text)?.[1]);
  return port >= 1 && port <= 65535 ? port : undefined;
}
