/** What is asked for: the list of all platforms of an image, or the image itself where there is but one. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Where an image is, as registries know it. */
interface ImagePlace {
  /** Address of the registry. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

/**
 * Returns the digest that a registry gives for an image with a tag, by the Registry HTTP API v2 with anonymous tokens.
 * `addressOf` says where the registry of a host is. Throws when it has none.
 */
export async function imageDigest(
  image: string,
  addressOf: (host: string) => string = (host) => `https://${host}`,
): Promise<string> {
  const { registry, repository, tag } = placeOf(image, addressOf);
  const url = `${registry}/v2/${repository}/manifests/${tag}`;
  const ask = (headers: Record<string, string>) =>
    fetch(url, { method: 'HEAD', headers: { accept: MANIFESTS, ...headers } });
  let answer = await ask({});
  if (answer.status === 401) {
    const token = await anonymousToken(answer.headers.get('www-authenticate') ?? '');
    answer = await ask({ authorization: `Bearer ${token}` });
  }
  const digest = answer.headers.get('docker-content-digest') ?? '';
  if (!answer.ok || !/^sha256:[0-9a-f]{64}$/.test(digest))
    throw new Error(`${image}: no digest, status ${answer.status}`);
  return digest;
}

/** The rules of Docker: without a host it is Docker Hub, and there without a folder it is `library`. */
function placeOf(image: string, addressOf: (host: string) => string): ImagePlace {
  const [name = '', tag = 'latest'] = image.split(/:(?=[^/:]*$)/);
  const [first = '', ...rest] = name.split('/');
  if (rest.length > 0 && (/[.:]/.test(first) || first === 'localhost'))
    return { registry: addressOf(first), repository: rest.join('/'), tag };
  const repository = rest.length === 0 ? `library/${name}` : name;
  return { registry: addressOf('registry-1.docker.io'), repository, tag };
}

/** Follows `Bearer realm="...",service="...",scope="..."`. */
async function anonymousToken(challenge: string): Promise<string> {
  const parameters = new Map(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  );
  const url = new URL(parameters.get('realm') ?? '');
  for (const name of ['service', 'scope']) {
    const value = parameters.get(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const answer = await fetch(url);
  const body: unknown = await answer.json();
  const token = typeof body === 'object' && body !== null ? Reflect.get(body, 'token') : undefined;
  if (typeof token !== 'string') throw new Error(`no token from ${url.host}`);
  return token;
}
