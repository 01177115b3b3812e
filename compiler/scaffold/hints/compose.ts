import type { Node } from '../../source/node.ts';
import type { Found, SourceFolder } from '../source-folder.ts';
import { entriesOf, itemsOf, scalarOf, valueAt } from '../yaml-parts.ts';

/** A database, or another thing that runs an image as it is. */
export interface ThirdParty {
  readonly name: string;
  readonly image: string;
  /** The version of the image; `latest` where it names none that is a tag of its own. */
  readonly version: string;
  readonly kind: ThirdPartyKind;
  /** Its variables, and what it keeps them in. */
  readonly variables: readonly Variable[];
  /** Whether the file mounts anything into it. */
  readonly hasVolumes: boolean;
  readonly from: string;
}

/** What is known about the public images of a kind. */
export interface ThirdPartyKind {
  readonly name: string;
  readonly port: number;
  /** Where a volume is mounted; what is kept in a folder below it, since a new disk has `lost+found` in it. */
  readonly data: string;
  /** Whether it is of no use without its data. */
  readonly keeps: boolean;
  /** Variables that it wants besides those of the file. */
  readonly sets: readonly Variable[];
  readonly command?: string;
  /** The account that is there from the start. */
  readonly user?: string;
}

/** A variable of a container; without a value it is one that only a Secret may hold. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
}

/** What a file of Docker Compose says of a folder that it builds. */
export interface BuiltService {
  readonly name: string;
  /** Path of the folder; empty for the one of the file. */
  readonly folder: string;
  readonly port?: Found<number>;
  /** Its variables. Values may be secrets, and are those of a developer's machine. */
  readonly variables: readonly Variable[];
  readonly from: string;
}

/** What the files of Docker Compose in a folder say. */
export interface ComposeFacts {
  readonly built: readonly BuiltService[];
  readonly thirdParties: readonly ThirdParty[];
  /** Services of images that nothing is known about. */
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
      else
        facts.thirdParties.push({
          name: service,
          image,
          ...known,
          variables: variablesOf(valueAt(node, 'environment')),
          hasVolumes: itemsOf(valueAt(node, 'volumes')).length > 0,
          from,
        });
    }
  }
  return facts;
}

const password = (name: string): Variable => ({ name });

/**
 * Public images that run as they are: they start as root and make their folder their own, so that any volume will do. Those
 * of others, such as Bitnami's, have other users, folders and variables.
 */
const kinds: readonly (readonly [RegExp, ThirdPartyKind])[] = [
  [
    /^(postgres|postgis\/postgis|pgvector\/pgvector|timescale\/timescaledb)$/,
    {
      name: 'postgres',
      port: 5432,
      user: 'postgres',
      data: '/var/lib/postgresql',
      keeps: true,
      sets: [password('POSTGRES_PASSWORD'), { name: 'PGDATA', value: '/var/lib/postgresql/pgdata' }],
    },
  ],
  [
    /^mysql$/,
    {
      name: 'mysql',
      port: 3306,
      user: 'root',
      data: '/var/lib/mysql',
      keeps: true,
      sets: [password('MYSQL_ROOT_PASSWORD')],
      command: 'docker-entrypoint.sh mysqld --datadir=/var/lib/mysql/data',
    },
  ],
  [
    /^mariadb$/,
    {
      name: 'mariadb',
      port: 3306,
      user: 'root',
      data: '/var/lib/mysql',
      keeps: true,
      sets: [password('MARIADB_ROOT_PASSWORD')],
      command: 'docker-entrypoint.sh mariadbd --datadir=/var/lib/mysql/data',
    },
  ],
  [/^mongo$/, { name: 'mongo', port: 27017, data: '/data/db', keeps: true, sets: [] }],
  [/^(redis|valkey\/valkey)$/, { name: 'redis', port: 6379, data: '/data', keeps: false, sets: [] }],
];

function thirdParty(image: string): Pick<ThirdParty, 'kind' | 'version'> | undefined {
  if (!/^[\w.:/@-]{1,200}$/.test(image)) return undefined;
  const [, name = '', tag = 'latest'] =
    /^(?:docker\.io\/)?(?:library\/)?([^:@]+)(?::([\w.-]+))?(?:@.*)?$/.exec(image) ?? [];
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
  return kind && { kind, version: tag };
}

function builtService(name: string, service: Node, build: Node, from: string): BuiltService {
  const context = scalarOf(build) ?? scalarOf(valueAt(build, 'context')) ?? '.';
  const port = containerPort(valueAt(service, 'ports')) ?? containerPort(valueAt(service, 'expose'));
  return {
    name,
    folder: context.replace(/^\.\/?|\/$/g, ''),
    ...(port === undefined ? {} : { port: { value: port, from } }),
    variables: variablesOf(valueAt(service, 'environment')),
    from,
  };
}

/** A list of `NAME=value`, or a map; a value that Compose takes from elsewhere is none. */
function variablesOf(environment: Node | undefined): readonly Variable[] {
  const pairs =
    environment?.kind === 'sequence'
      ? itemsOf(environment).map((item): readonly [string, string | undefined] => {
          const [name = '', ...value] = (scalarOf(item) ?? '').split('=');
          return [name, value.length === 0 ? undefined : value.join('=')];
        })
      : entriesOf(environment).map(([name, value]) => [name, scalarOf(value)] as const);
  const found = new Map<string, Variable>();
  for (const [name, value] of pairs)
    if (/^[A-Za-z_]\w*$/.test(name))
      found.set(name, value === undefined || value.includes('$') ? { name } : { name, value });
  return [...found.values()];
}

/** The port in the container of the first mapping: `80`, `8080:80`, `127.0.0.1:8080:80/tcp`, or `target: 80`. */
function containerPort(ports: Node | undefined): number | undefined {
  const [first] = itemsOf(ports);
  const text = scalarOf(first) ?? scalarOf(valueAt(first, 'target')) ?? '';
  const port = Number(/(?:^|:)(\d{1,5})(?:\/tcp)?$/.exec(text)?.[1]);
  return port >= 1 && port <= 65535 ? port : undefined;
}
