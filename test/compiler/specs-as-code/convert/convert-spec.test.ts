import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../../compiler/pipeline.ts';
import { parseSource } from '../../../../compiler/source/parse-source.ts';
import { allSpecFileNames, isCode, specKindOf } from '../../../../compiler/source/spec-kind.ts';
import {
  convertSpec,
  specJson,
  toTypeScript,
} from '../../../../compiler/specs-as-code/convert/convert-spec.ts';
import type { SourceFile } from '../../../../compiler/text/span.ts';
import { corpora } from '../../../corpus/corpora.ts';
import { brief, loadSpecs } from '../load-specs.ts';

function specsOf(folder: string): readonly SourceFile[] {
  return allSpecFileNames
    .filter((name) => existsSync(`${folder}/${name}`) && !isCode({ name }))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

function jsonOf(source: SourceFile): unknown {
  const kind = specKindOf(source.name);
  const { root } = parseSource(source);
  return kind === undefined || root === undefined ? undefined : specJson(kind, root);
}

/** Converts specs to TypeScript and back; both must have the value of the first. */
async function roundTrip(specs: readonly SourceFile[]): Promise<void> {
  const texts = specs.map((spec) => {
    const kind = specKindOf(spec.name);
    return [`${spec.name}.ts`, kind === undefined ? '' : toTypeScript(kind, spec, { share: true })] as const;
  });
  const loaded = await loadSpecs(Object.fromEntries(texts));
  expect(loaded.diagnostics.map(brief)).toEqual([]);
  expect(loaded.sources.map(jsonOf)).toEqual(specs.map(jsonOf));
  for (const [index, source] of loaded.sources.entries()) {
    const back = await convertSpec(source);
    expect(back?.name).toBe(specs[index]?.name);
    expect(back && jsonOf(back)).toEqual(jsonOf(source));
  }
}

const isFine = (specs: readonly SourceFile[]) =>
  !analyse(specs, { allowPlainSecrets: true }).diagnostics.some(({ severity }) => severity === 'error');

test.each(['docs-site', 'sample-app', 'own-jobs'])(
  'the example %s has the same value in TypeScript and back',
  async (name) => {
    await roundTrip(specsOf(`examples/${name}`));
  },
);

describe.for(corpora)('specs of $title', ({ folder, isThere }) => {
  const groups = isThere
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [{ name: 'all groups' }];
  test.skipIf(!isThere).each(groups.map(({ name }) => name))(
    '%s have the same value in TypeScript and back',
    async (name) => {
      for (const project of readdirSync(`${folder}/${name}`)) {
        const specs = specsOf(`${folder}/${name}/${project}`);
        if (specs.length > 0 && isFine(specs)) await roundTrip(specs);
      }
    },
  );
});

describe('what is written', () => {
  const convert = async (text: string, name = 'build.bitesize') => (await convertSpec({ name, text }))?.text;

  test('keeps comments, texts as they were, and scripts line by line', async () => {
    const text = `# Head.
project: shop
components:
  # The web.
  - name: web # small
    version: 1.10
    build:
      - shell: |
          npm ci
          npm test -- --grep "it's"
`;
    expect(await convert(text)).toBe(`// Head.
import { build, component } from 'bitesize';

export default build({
  project: 'shop',
  components: [
    // The web.
    // small
    component('web', {
      version: '1.10',
      build: [
        {
          shell: [
            'npm ci',
            'npm test -- --grep "it\\'s"',
            '',
          ].join('\\n'),
        },
      ],
    }),
  ],
});
`);
  });

  test('makes a list of rows where items differ in a few values', async () => {
    const item = (name: string) =>
      `  - name: ${name}\n    repository: { git: git@git.example.com:shop/${name}.git, branch: main }\n    build:\n      - shell: make\n`;
    expect(await convert(`project: shop\ncomponents:\n${['a', 'b', 'c'].map(item).join('')}`)).toBe(
      `import { build, component } from 'bitesize';

export default build({
  project: 'shop',
  components: ['a', 'b', 'c'].map((name) => component(name, {
    repository: { git: \`git@git.example.com:shop/\${name}.git\`, branch: 'main' },
    build: [{ shell: 'make' }],
  })),
});
`,
    );
  });

  test('makes constants of anchors and spreads of merge keys', async () => {
    const text = `environments:
  - name: dev
    services:
      - &web { name: web, port: 80, replicas: 1 }
  - name: prd
    services:
      - { <<: *web, replicas: 3 }
`;
    const written = await convert(text, 'environments.bitesize');
    expect(written).toContain("const web = service('web', { port: 80, replicas: 1 });");
    expect(written).toContain('services: [{ ...web, replicas: 3 }]');
  });

  test('escapes what a literal cannot hold', async () => {
    const value = 'tab\\t quote\' double" back\\\\slash ${x} `tick` \\u2028';
    const spec = { name: 'build.bitesize', text: `project: "${value.replaceAll('"', '\\"')}"\n` };
    await roundTrip([spec]);
  });
});
