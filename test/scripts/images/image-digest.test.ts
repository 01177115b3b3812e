import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageDigest } from '../../../scripts/images/image-digest.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const seen: string[] = [];
let server: Server;
let address = '';

/** A registry that wants an anonymous token, as Docker Hub does, and has two images. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    seen.push(`${method} ${url}`);
    if (url.startsWith('/token')) {
      response.end(JSON.stringify({ token: 'anonymous' }));
    } else if (headers.authorization !== 'Bearer anonymous') {
      const realm = `Bearer realm="${address}/token",service="registry",scope="repository:x:pull"`;
      response.writeHead(401, { 'www-authenticate': realm }).end();
    } else if (/^\/v2\/(library\/docker|team\/agent)\/manifests\/1\.0$/.test(url)) {
      response.writeHead(200, { 'docker-content-digest': digest }).end();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('the digest of an image', () => {
  it('is what the registry says, with an anonymous token', async () => {
    expect(await imageDigest('docker:1.0', () => address)).toBe(digest);
    expect(seen).toEqual([
      'HEAD /v2/library/docker/manifests/1.0',
      'GET /token?service=registry&scope=repository%3Ax%3Apull',
      'HEAD /v2/library/docker/manifests/1.0',
    ]);
  });

  it('is asked from the registry that the image names', async () => {
    const hosts: string[] = [];
    const addressOf = (host: string) => {
      hosts.push(host);
      return address;
    };
    await imageDigest('registry.example.com:5000/team/agent:1.0', addressOf);
    await imageDigest('team/agent:1.0', addressOf);
    expect(hosts).toEqual(['registry.example.com:5000', 'registry-1.docker.io']);
  });

  it('is an error where there is none', async () => {
    await expect(imageDigest('docker:2.0', () => address)).rejects.toThrow(
      'docker:2.0: no digest, status 404',
    );
  });
});
