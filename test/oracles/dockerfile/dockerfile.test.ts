import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { dockerfileInstructions, dockerfileNames } from '../../../compiler/util/dockerfile-instructions.ts';
import { inFolder, run, textOf } from '../../compiler/cli/run.ts';
import { webShop } from '../../compiler/lower/jobs/web-shop.ts';
import { buildkitParserTool } from '../tools/buildkit-parser.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

/** What BuildKit makes of a Dockerfile. */
interface Parsed {
  readonly stages?: readonly string[];
  readonly args?: readonly string[];
  readonly instructions?: readonly string[];
  readonly warnings?: readonly string[];
  readonly error?: string;
}

async function parsed(texts: readonly string[]): Promise<readonly Parsed[]> {
  const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
  const { code, stdout, stderr } = await runCommand(requireTool(buildkitParserTool), ['parse'], { input });
  expect([code, stderr]).toEqual([0, '']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Parsed);
}

const examples = join(import.meta.dirname, '../../../examples');
const committed = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'Dockerfile')
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

describe('Dockerfiles that are emitted', () => {
  it('are read by BuildKit without a word: those of the examples', async () => {
    expect(committed.length).toBeGreaterThan(3);
    const results = await parsed(committed.map((path) => readFileSync(path, 'utf8')));
    const wrong = results.flatMap(({ error, warnings = [] }, index) =>
      error === undefined && warnings.length === 0
        ? []
        : [[relative(examples, committed[index] ?? ''), error, warnings]],
    );
    expect(wrong).toEqual([]);
  });

  it('are read by BuildKit without a word: those that `init` writes', async () => {
    const programs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      nothing: {},
      node: {
        'package.json':
          '{"scripts": {"start": "node server.js", "build": "tsc"}, "dependencies": {"koa": "2"}}',
      },
      python: {
        'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\nwork = "a:main"\n',
        'main.py': '',
      },
      go: { 'go.mod': 'module example.com/a\n', 'cmd/a/main.go': 'package main\n' },
      ruby: { Gemfile: 'gem "sinatra"\n', 'config.ru': '' },
      maven: { 'pom.xml': '<project><artifactId>a</artifactId></project>' },
      gradle: { 'build.gradle': 'plugins { id "application" }\n' },
    };
    const texts = await Promise.all(
      Object.values(programs).map(async (files) => {
        const { host } = await run(['init', '--name', 'shop'], { files: inFolder('/project', files) });
        return textOf(host, 'Dockerfile');
      }),
    );
    const results = await parsed(texts);
    expect(results.map(({ error, warnings }) => [error, warnings ?? []])).toEqual(
      Object.keys(programs).map(() => [undefined, []]),
    );
    const names = results.map(({ stages }) => stages?.join());
    expect(names).toEqual([
      '',
      ...Object.keys(programs)
        .slice(1)
        .map(() => 'build,'),
    ]);
  });

  it('copy files of components, and install packages of npm', async () => {
    const application = `project: shop
applications:
  - name: site
    runtime: nginx:1.27
    version: "1.0"
    command: nginx -g "daemon off;"
    dependencies:
      - {name: "@example/tool", version: ^1.2.0, type: npm-package}
      - {name: serve, type: npm-package}
    files:
      - {component: web, location: dist/**, path: /usr/share/nginx/html/}
      - {component: web, location: "out/a file.txt", path: /etc/a file.txt}
`;
    const { artifacts } = compile(
      Object.entries({ ...webShop, application, environments: 'project: shop\n' }).map(([kind, text]) => ({
        name: `${kind}.bitesize`,
        text,
      })),
    );
    const text = artifacts.find(({ path }) => path === 'images/site/Dockerfile')?.content.text ?? '';
    expect(text).toContain(
      `RUN npm install --global --no-audit --no-fund '@example/tool@^1.2.0' \\\n && npm install`,
    );
    const [result] = await parsed([text]);
    expect(result).toEqual({
      stages: [''],
      args: [],
      instructions: ['RUN', 'COPY', 'COPY', 'LABEL', 'ENTRYPOINT'],
      warnings: [],
    });
  });
});

/** Dockerfiles with what people write. */
const samples: readonly string[] = [
  'FROM scratch\n',
  'ARG A\nFROM x AS one\nARG B=1 C="a b" D\nFROM one AS Two\nFROM two\n',
  'from x as y\narg Z\nrun a\n',
  'FROM --platform=$BUILDPLATFORM golang:1.26 AS build\nRUN --mount=type=cache,target=/x go build \\\n\n  # not the end\n  ./...\n',
  'FROM x\nRUN <<EOF\nARG NO\nFROM y AS z\nEOF\nARG YES\n',
  'FROM x\nCOPY <<A <<-"B" /x/\nARG no\nA\n\tARG no\n\tB\nARG YES\n',
  '# escape=`\nFROM x AS a\nRUN c:\\\nARG B\n',
  '# syntax=docker/dockerfile:1.7\n# escape=`\nFROM x AS a\nRUN one `\n  two\nARG B\n',
  'FROM x\nHEALTHCHECK --interval=5s CMD a\nONBUILD RUN x\nSHELL ["a"]\nSTOPSIGNAL 9\nUSER a\nVOLUME /x\nWORKDIR /x\n',
  '\n# comment\n\n  FROM   x   AS   spaced  \n  ARG   A=1  \n',
  'FROM x\r\nRUN a \\\r\n  b\r\nARG C\r\n',
  'FROM x AS a\nRUN echo "<<EOF"\nARG B\n',
];

describe('names of a Dockerfile', () => {
  test('are those that BuildKit finds', async () => {
    const found = samples.map((text) => ({
      stages: dockerfileNames(text)?.stages.map((name) => name?.toLowerCase() ?? ''),
      args: dockerfileNames(text)?.args,
      instructions: dockerfileInstructions(text).map(({ name }) => name),
    }));
    const expected = (await parsed(samples)).map(({ stages, args, instructions, error }, index) => ({
      stages: stages?.map((name) => name.toLowerCase()),
      args,
      instructions,
      error,
      text: samples[index],
    }));
    expect(expected.filter(({ error }) => error !== undefined)).toEqual([]);
    for (const [index, { stages, args, instructions = [], text }] of expected.entries()) {
      expect([text, found[index]?.stages, found[index]?.args]).toEqual([text, stages, args]);
      const own = found[index]?.instructions.filter((name) => name !== 'FROM') ?? [];
      // Arguments before the first stage are no instructions of one.
      const outer = own.length - instructions.length;
      expect(own.slice(outer)).toEqual(instructions.map((name) => name.toUpperCase()));
    }
  });
});

test('containerd pushes nothing that the registry has', async () => {
  const { stdout } = await runCommand(requireTool(buildkitParserTool), ['push'], {});
  const { first, second } = JSON.parse(stdout) as Record<'first' | 'second', readonly string[]>;
  expect(first.filter((request) => request.startsWith('PUT'))).toEqual([
    'PUT blob',
    'PUT blob',
    'PUT manifest',
  ]);
  expect(second).toEqual(['HEAD blob', 'HEAD blob', 'HEAD manifest']);
});
