import type { Node } from '../../source/node.ts';
import { repositoryPath } from '../../util/repository-path.ts';
import type { Found, SourceFolder } from '../source-folder.ts';
import { entriesOf, itemsOf, scalarOf, valueAt } from '../yaml-parts.ts';

/** A database, or another thing that runs an image as it is. */
export interface ThirdParty {
  readonly name: string;
  /** The image as the file has it, with a tag or a digest in any case. */
  readonly image: string;
  /** Whether the tag is not that of the file, which has none. */
  readonly isAssumed: boolean;
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
  readonly command?: readonly string[];
  /** The tag where the file names none, by the name of the image. */
  readonly tags: Readonly<Record<string, string>>;
  /** The account that is there from the start. */
  readonly user?: string;
}

/** A variable of a container; without a value it is one that only a Secret may hold. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
}

/** What a file of Docker Compose says of an image that it builds. */
export interface BuiltService {
  readonly name: string;
  /** Path of the folder that is copied from; empty for the one of the file. */
  readonly context: string;
  /** Path of the Dockerfile from the folder of the file. */
  readonly dockerfile: string;
  /** The stage that a developer runs; it may not be the one for production. */
  readonly target?: string;
  /** What runs in place of the command of the image, in plain words. */
  readonly command?: readonly string[];
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
    const image = withDefaults(scalarOf(valueAt(node, 'image')));
    const built = build && builtService(service, node, build, from);
    if (built !== undefined) facts.built.push(built);
    else if (image !== undefined) {
      const known = thirdParty(image);
      if (known === undefined) facts.others.push({ name: service, image, from });
      else
        facts.thirdParties.push({
          name: service,
          ...known,
          variables: variablesOf(valueAt(node, 'environment')),
          hasVolumes: itemsOf(valueAt(node, 'volumes')).length > 0,
          from,
        });
    }
  }
  return facts;
}

/** `${VERSION:-16}` is what stands behind the dash, on a machine that sets nothing. */
function withDefaults(text: string | undefined): string | undefined {
  return text?.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1');
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
      tags: {
        postgres: '17',
        'postgis/postgis': '17-3.5',
        'pgvector/pgvector': 'pg17',
        'timescale/timescaledb': '2.22.0-pg17',
      },
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
      command: ['docker-entrypoint.sh', 'mysqld', '--datadir=/var/lib/mysql/data'],
      tags: { mysql: '8.4' },
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
      command: ['docker-entrypoint.sh', 'mariadbd', '--datadir=/var/lib/mysql/data'],
      tags: { mariadb: '11.8' },
    },
  ],
  [
    /^mongo$/,
    { name: 'mongo', port: 27017, data: '/data/db', keeps: true, sets: [], tags: { mongo: '8.0' } },
  ],
  [
    /^(redis|valkey\/valkey)$/,
    {
      name: 'redis',
      port: 6379,
      data: '/data',
      keeps: false,
      sets: [],
      tags: { redis: '7.4', 'valkey/valkey': '8.1' },
    },
  ],
];

function thirdParty(image: string): Pick<ThirdParty, 'kind' | 'image' | 'isAssumed'> | undefined {
  if (!/^[\w.:/@-]{1,200}$/.test(image)) return undefined;
  const [, name = '', tag, digest] =
    /^(?:docker\.io\/)?(?:library\/)?([^:@]+)(?::([\w.-]+))?(@sha256:[0-9a-f]{64})?$/.exec(image) ?? [];
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
  if (kind === undefined) return undefined;
  if (digest !== undefined || (tag !== undefined && tag !== 'latest'))
    return { kind, image, isAssumed: false };
  return { kind, image: `${image.replace(/:latest$/, '')}:${kind.tags[name] ?? ''}`, isAssumed: true };
}

/** Undefined for what is not built of this repository. */
function builtService(name: string, service: Node, build: Node, from: string): BuiltService | undefined {
  const context = repositoryPath('', scalarOf(build) ?? scalarOf(valueAt(build, 'context')) ?? '.');
  if (!context.ok) return undefined;
  const dockerfile = repositoryPath(context.path, scalarOf(valueAt(build, 'dockerfile')) ?? 'Dockerfile');
  if (!dockerfile.ok || !isPlain(context.path) || !isPlain(dockerfile.path)) return undefined;
  const port = containerPort(valueAt(service, 'ports')) ?? containerPort(valueAt(service, 'expose'));
  const target = scalarOf(valueAt(build, 'target'));
  const command = commandOf(valueAt(service, 'command'));
  return {
    name,
    context: context.path,
    dockerfile: dockerfile.path,
    ...(target === undefined ? {} : { target }),
    ...(command === undefined ? {} : { command }),
    ...(port === undefined ? {} : { port: { value: port, from } }),
    variables: variablesOf(valueAt(service, 'environment')),
    from,
  };
}

function isPlain(path: string): boolean {
  return /^[\w@+./-]{0,200}$/.test(path);
}

/** Words that a shell takes as they are; others are left to people. */
function commandOf(command: Node | undefined): readonly string[] | undefined {
  const words =
    command?.kind === 'scalar'
      ? command.text.trim().split(/\s+/)
      : itemsOf(command).map((item) => scalarOf(item) ?? '');
  return words.length > 0 && words.every((word) => /^[\w@%+=:,./-]{1,200}$/.test(word)) ? words : undefined;
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
