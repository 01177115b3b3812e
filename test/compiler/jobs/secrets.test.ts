import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import { run } from '../cli/run.ts';
import { eachField } from './each-field.ts';

/** Put together here, so that no scanner takes this file for a leak. */
const token = `ghp_${'a1B2'.repeat(9)}`;

const fields = eachField();
const texts = fields.filter(
  ({ schema }) => schema['x-read'] === 'text' && schema.enum === undefined && schema.pattern === undefined,
);

/** Fields of code, in which a secret has a name or a form. */
const CODE =
  /\.(?:\w*command|\w*script|script_content|script_parameters|xml|content|properties_content|switches|\w*properties|parameters|args|goals|bindings|additional_arguments|extra_parameters|request_body|build_args)$/;

describe('a secret in a text of a job', () => {
  it('is told once whatever the field, and no word about it has it', () => {
    expect(texts.length).toBeGreaterThan(500);
    const wrong = texts.flatMap(({ name, key, write }) => {
      const { text, line } = write(key, token);
      const { diagnostics } = analyse([{ name: 'jobs.bitesize', text }]);
      const secrets = diagnostics.filter(({ code }) => code.startsWith('secret/'));
      const lines = secrets.map(({ span }) => span && positionAt(span.file, span.start).line);
      const words = JSON.stringify(
        diagnostics.map(({ message, help, labels, fixes }) => [
          message,
          help,
          labels.map((label) => label.text),
          fixes.map(({ title, edits }) => [title, edits.map((edit) => edit.text)]),
        ]),
      );
      return lines.length === 1 && lines[0] === line && !words.includes(token)
        ? []
        : [`${name}: ${lines.join(', ')} (${line})${words.includes(token) ? ', shown' : ''}`];
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is told by its field alone where that holds nothing else', () => {
    const secret = fields.filter(({ name, schema }) => schema['x-secret'] === true && !CODE.test(name));
    const missed = secret.filter(({ key, write }) => {
      const { diagnostics } = analyse([{ name: 'jobs.bitesize', text: write(key, 'hunter2hunter').text }]);
      return !diagnostics.some(({ code }) => code === 'secret/plain-value');
    });
    expect(secret.length).toBeGreaterThan(8);
    // A header is a secret by its name.
    expect(missed.map(({ name }) => name)).toEqual(['HttpRequestBuilderHeader.value']);
  });

  it('is a parameter that is called like one', () => {
    const codes = (parameter: string) =>
      analyse([
        {
          name: 'jobs.bitesize',
          text: `project: shop\njobs: [{name: a, kind: freestyle, parameters: [${parameter}]}]\n`,
        },
      ]).diagnostics.map(({ code }) => code);
    expect(codes('{string: {name: DB_PASSWORD, default: hunter2hunter}}')).toEqual(['secret/plain-value']);
    expect(codes('{choice: {name: DB_PASSWORD, choices: [hunter2hunter]}}')).toEqual(['secret/plain-value']);
    expect(codes('{string: {name: STAGE, default: hunter2hunter}}')).toEqual([]);
    expect(codes('{password: {name: A, default: "${B}"}}')).toEqual([]);
  });
});

describe('a secret in a file that jobs name', () => {
  const spec = `project: shop
jobs:
  - {name: a, kind: pipeline, file: ci/a.groovy}
  - {name: b, kind: pipeline, file: ci/a.groovy}
  - {name: c, kind: xml, xml_file: ci/c.xml}
`;
  const files = {
    'ci/a.groovy': `node {\n  sh 'make'\n  env.KEY = '${token}'\n}\n`,
    'ci/c.xml': '<project>\n  <authToken>hunter2hunter</authToken>\n</project>\n',
  };

  it('is told at its place in the file, once', () => {
    const { diagnostics } = compile([{ name: 'jobs.bitesize', text: spec }], {
      files: new Map(Object.entries(files)),
      emit: [],
    });
    expect(
      diagnostics.map(({ code, span }) => [
        code,
        span && `${span.file.name}:${positionAt(span.file, span.start).line}`,
      ]),
    ).toEqual([
      ['secret/token', 'ci/a.groovy:3'],
      ['secret/job-field', 'ci/c.xml:2'],
    ]);
  });

  it.each([
    ['check', '--report', 'text'],
    ['check', '--report', 'json'],
    ['check', '--report', 'sarif'],
    ['check', '--report', 'github'],
    ['check', '--report', 'gitlab'],
    ['check', '--report', 'junit'],
    ['check', '--report', 'checkstyle'],
    ['why', 'output/jenkins/pipelines/a.groovy:3'],
    ['why', 'ci/a.groovy:3'],
    ['graph', '--format', 'json'],
    ['plugins'],
  ])('is not shown by %s %s %s', async (...argv) => {
    const all = { 'jobs.bitesize': spec, ...files };
    const { output, errors } = await run(
      argv.filter((word) => word !== undefined),
      { files: all },
    );
    expect(output + errors).not.toMatch(new RegExp(`${token}|hunter2hunter`));
  });
});
