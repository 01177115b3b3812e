import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { reportFormats } from '../../../compiler/report/reports.ts';
import { runnerCommand } from '../util/runner-command.ts';
import { run, textOf } from './run.ts';

/* A log of CI is read line by line by its runner: nothing in a spec may become a command there. */

const MARK = '##[add-mask]ours';
const HIDDEN = '\u001b[8m\u202e\u0085';

/** Commands in every kind of text: names, scripts, comments, descriptions, keys. */
const spec = (script: string) => `project: shop
components:
  - name: web
    repository:
      git: git@example.com:shop/web.git
    build:
      - shell: |
          echo start # ${MARK}
          ::add-mask::ours
          ::stop-commands::ours
          ${script}
    artifacts:
      - location: web.deb
`;
const wrong = `project: shop
components:
  - name: "${MARK}\\u001b[8m\\u202e\\x85"
    repository:
      git: git@example.com:shop/web.git
    "${MARK}${'\\u001b[8m'}": 1 # ${MARK}
    "\\n::add-mask::ours": 2
    build:
      - shell: make
`;

async function said(argv: readonly string[], files: Readonly<Record<string, string>>) {
  const { output, errors, host, code } = await run(argv, { files });
  return { output, errors, host, code };
}

const before = { 'old/build.bitesize': spec('make'), 'new/build.bitesize': spec('make all') };

describe('what a runner reads', () => {
  it.each([
    ['diff', 'old', 'new'],
    ['diff', 'old', 'new', '--unified'],
    ['diff', 'old', 'new', '--unified', '--color', 'always'],
    ['diff', 'old', 'new', '--unified', '--format', 'markdown'],
    ['diff', 'old', 'new', '--unified', '--format', 'json'],
  ])('%s %s %s %s %s %s has no commands', async (...argv) => {
    const { output, errors, code } = await said(
      argv.filter((word) => word !== undefined),
      before,
    );
    expect(code).toBe(0);
    expect(output).toContain('make all');
    expect(runnerCommand(output + errors)).toBe(undefined);
  });

  it('keeps the exact text of a diff where JSON can', async () => {
    const { output } = await said(['diff', 'old', 'new', '--unified', '--format', 'json'], before);
    expect(JSON.parse(output).unified).toContain(MARK);
  });

  it('explains lines that look like commands', async () => {
    for (const line of [8, 9, 10]) {
      const { output, code } = await said(['why', `build.bitesize:${line}`], {
        'build.bitesize': spec('make'),
      });
      expect(code).toBe(0);
      expect(output).toContain(line === 8 ? 'add-mask' : '::');
      expect(runnerCommand(output)).toBe(undefined);
    }
  });

  it.each(reportFormats.map(({ name }) => name).filter((name) => name !== 'github'))(
    '--report %s has no commands and no hidden characters',
    async (format) => {
      const { output, errors, code } = await said(['check', '--report', format], { 'build.bitesize': wrong });
      expect(code).toBe(1);
      expect(output).toContain('ours');
      expect(runnerCommand(output + errors)).toBe(undefined);
      expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    },
  );

  it('has only our own commands in --report github', async () => {
    const { output } = await said(['check', '--report', 'github'], { 'build.bitesize': wrong });
    const lines = output.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^::(error|warning) file=build\.bitesize,[^:]*::/);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('has none in a text report that is written to a file, which a job may print', async () => {
    const { host } = await said(['check', '--report', 'text=report.txt'], { 'build.bitesize': wrong });
    expect(textOf(host, 'report.txt')).toContain('add-mask');
    expect(runnerCommand(textOf(host, 'report.txt'))).toBe(undefined);
  });

  it('has none in the names of files and folders', async () => {
    const folder = `##[group]${HIDDEN}`;
    const files = { [`${folder}/build.bitesize`]: spec('make').replace('make', 'make') };
    for (const argv of [
      ['check', folder],
      ['check', `${folder}/none`],
      ['compile', folder, '--out', `${folder}/out`],
      ['diff', folder, `${folder}/none`],
      ['why', `${folder}/build.bitesize:200`],
      ['graph', `${folder}/none`],
    ]) {
      const { output, errors } = await said(argv, files);
      expect(runnerCommand(output + errors), argv.join(' ')).toBe(undefined);
      expect(output + errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('formats that can escape', () => {
  it('keep the exact text', async () => {
    const json = await said(['check', '--report', 'json'], { 'build.bitesize': wrong });
    const messages = JSON.parse(json.output).diagnostics.map(({ message }: { message: string }) => message);
    expect(messages.join('\n')).toContain(`${MARK}\u001b[8m`);
    const xml = await said(['check', '--report', 'checkstyle'], { 'build.bitesize': wrong });
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', htmlEntities: true });
    const found = parser.parse(xml.output).checkstyle.file.error;
    const texts = [found].flat().map(({ message }: { message: string }) => message);
    expect(texts.join('\n')).toContain(MARK);
  });
});
