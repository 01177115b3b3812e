import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { docsSite } from '../../bundle/bundled-command.ts';

let html: string;
let index: string;
beforeAll(async () => {
  const site = await docsSite();
  html = site.get('playground.html') ?? '';
  index = site.get('index.html') ?? '';
});

const dataOf = (id: string): string =>
  new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';

describe('the page of the playground', () => {
  it('is one file below 3 MB, to which the other pages lead', () => {
    expect(html.length).toBeGreaterThan(1_000_000);
    expect(Buffer.byteLength(html)).toBeLessThan(3_000_000);
    expect(index).toContain('<a href="playground.html">Playground</a>');
    expect(html).not.toMatch(/<(?:script|img|iframe|link)[^>]* (?:src|href)="(?!data:)/);
  });

  it('lets the browser run its own script and nothing else, and reach no address', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/connect-src|script-src[^;]*'unsafe|https?:/);
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(policy).toContain(`'sha256-${hash}'`);
  });

  it('carries a compiler that answers where there is nothing of Node', async () => {
    const program = gunzipSync(Buffer.from(dataOf('service-program'), 'base64')).toString();
    let listen: (event: { readonly data: unknown }) => void = () => {};
    const answers: { readonly id: number; readonly answer?: { readonly artifacts: readonly unknown[] } }[] =
      [];
    const worker = {
      TextEncoder,
      atob,
      performance,
      addEventListener: (_: string, listener: typeof listen) => {
        listen = listener;
      },
      postMessage: (answer: (typeof answers)[number]) => answers.push(answer),
    };
    runInContext(program, createContext(worker));
    const files = [{ name: 'build.bitesize', text: 'project: shop\n' }];
    listen({ data: { id: 1, kind: 'update', ask: { files } } });
    listen({ data: { id: 2, kind: 'compile', ask: {} } });
    await vi.waitFor(() => expect(answers.map(({ id }) => id)).toEqual([1, 2]));
    expect(answers[1]?.answer?.artifacts.length).toBeGreaterThan(10);
  });

  it('has examples to begin with', () => {
    const examples: { name: string; files: { name: string }[] }[] = JSON.parse(dataOf('examples'));
    expect(examples.map(({ name }) => name)).toEqual(['sample-app', 'web-service', 'docs-site', 'own-jobs']);
    expect(examples[3]?.files.map(({ name }) => name)).toContain('pipelines/clean-up.groovy');
  });
});
