import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { renderCheckstyle } from '../../../compiler/report/checkstyle.ts';
import type { Finding } from '../../../compiler/report/finding.ts';
import { fingerprints } from '../../../compiler/report/fingerprint.ts';
import { renderGithub } from '../../../compiler/report/github.ts';
import { renderGitlab } from '../../../compiler/report/gitlab.ts';
import { renderJson } from '../../../compiler/report/json.ts';
import { renderJunit } from '../../../compiler/report/junit.ts';
import { reportFormats } from '../../../compiler/report/reports.ts';
import { renderSarif } from '../../../compiler/report/sarif.ts';
import reportSchema from '../../../schema/report.schema.json' with { type: 'json' };
import sarifSchema from './data/sarif-2.1.0.schema.json' with { type: 'json' };
import { context, environments, noSpecs, unknownApplication, unusedComment } from './findings.ts';

const muted: Finding = { ...unusedComment('b'), muted: { by: 'comment', reason: 'until March' } };
const findings = [unknownApplication('a b'), unusedComment(), noSpecs('none'), muted];
// One pattern of the SARIF schema is not valid with the `u` flag.
const ajv = new Ajv({ allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const isReport = ajv.compile(reportSchema);
const isSarif = ajv.compile(sarifSchema);
const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'file',
});

describe('the json report', () => {
  const report = JSON.parse(renderJson(findings, context));

  it('has the form of its schema', () => {
    isReport(report);
    expect(isReport.errors).toBe(null);
  });

  it('holds places, fixes and numbers, and no accepted findings', () => {
    expect(report.summary).toEqual({
      projects: 1,
      files: 2,
      errors: 2,
      warnings: 1,
      fixable: 1,
      accepted: 1,
    });
    expect(report.diagnostics).toHaveLength(3);
    expect(report.diagnostics[0]).toMatchObject({
      code: 'schema/not-allowed',
      location: { path: 'a b/environments.bitesize', line: 6, column: 22, endLine: 6, endColumn: 25 },
      in: ['environment "Development"', 'service "web"'],
      help: ['did you mean `web`?'],
      fixes: [{ title: 'write `web`', safe: false, edits: [{ text: 'web' }] }],
    });
  });

  it('does not depend on how long the run took', () => {
    expect(renderJson(findings, { ...context, milliseconds: 99 })).toBe(renderJson(findings, context));
  });
});

describe('the sarif report', () => {
  const log = JSON.parse(renderSarif(findings, context));

  it('is valid SARIF 2.1.0', () => {
    isSarif(log);
    expect(isSarif.errors).toBe(null);
  });

  it('is valid without findings', () => {
    isSarif(JSON.parse(renderSarif([], context)));
    expect(isSarif.errors).toBe(null);
  });

  it('has a rule for each code, regions, fixes and suppressions', () => {
    const [run] = log.runs;
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'file/no-specs',
      'schema/not-allowed',
      'suppression/unused',
    ]);
    expect(run.results[0]).toMatchObject({ ruleId: 'schema/not-allowed', ruleIndex: 1, level: 'error' });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20b/environments.bitesize' },
      region: { startLine: 6, startColumn: 22, endLine: 6, endColumn: 25 },
    });
    expect(run.results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('web');
    expect(run.results[3].suppressions).toEqual([{ kind: 'inSource', justification: 'until March' }]);
    expect(run.results[2]).not.toHaveProperty('locations');
  });
});

describe('fingerprints', () => {
  it('stay when lines are added above, and tell equal findings apart', () => {
    const moved = { ...environments, text: `# comment\n\n${environments.text}` };
    const before = unknownApplication();
    const span = before.diagnostic.span;
    const after: Finding = {
      folder: '',
      diagnostic: {
        ...before.diagnostic,
        ...(span && { span: { file: moved, start: span.start + 11, end: span.end + 11 } }),
      },
    };
    expect(fingerprints([after])).toEqual(fingerprints([before]));
    expect(new Set(fingerprints([before, before, unusedComment()])).size).toBe(3);
  });
});

describe('the junit report', () => {
  const text = renderJunit(findings, context);
  const parsed = xml.parse(text).testsuites;

  it('is XML with a failed case for each error and a passed one for each file without', () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(parsed).toMatchObject({ name: 'bitesize', tests: '4', failures: '2' });
    expect(parsed.testsuite.map((suite: { name: string }) => suite.name)).toEqual([
      'application.bitesize',
      'environments.bitesize',
      'a b/environments.bitesize',
      'none',
    ]);
    expect(parsed.testsuite[1].testcase['system-out']).toContain('warning[suppression/unused]');
    expect(parsed.testsuite[2].testcase.failure).toMatchObject({ type: 'schema/not-allowed' });
  });
});

describe('the checkstyle report', () => {
  it('is XML with every file and finding', () => {
    const text = renderCheckstyle(findings, context);
    expect(XMLValidator.validate(text)).toBe(true);
    const { file } = xml.parse(text).checkstyle;
    expect(file).toHaveLength(4);
    expect(file[2].error).toEqual({
      line: '6',
      column: '22',
      severity: 'error',
      message: '`application` cannot be `wbe`; did you mean `web`?',
      source: 'bitesize.schema.not-allowed',
    });
  });

  it('holds characters that XML cannot as replacements', () => {
    const { diagnostic } = noSpecs();
    const text = renderCheckstyle(
      [{ folder: '', diagnostic: { ...diagnostic, message: 'a\u0000b <&"' } }],
      context,
    );
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('message="a\ufffdb &lt;&amp;&quot;"');
  });
});

describe('the github report', () => {
  it('escapes what the runner would read', () => {
    const { diagnostic } = unknownApplication();
    const odd = {
      folder: 'a,b:c',
      diagnostic: { ...diagnostic, message: '100%\r\nx\u001b', help: ['a: b'] },
    };
    expect(renderGithub([odd], context)).toBe(
      '::error file=a%2Cb%3Ac/environments.bitesize,line=6,endLine=6,col=22,endColumn=25,title=schema/not-allowed::100%25%0Ax\ufffd%0Ahelp: a: b\n',
    );
  });

  it('stops after the maximum', () => {
    expect(
      renderGithub(findings, { ...context, maximum: 1 })
        .trimEnd()
        .split('\n'),
    ).toHaveLength(1);
  });
});

describe('the gitlab report', () => {
  it('has a path, a line, a severity and a fingerprint of its own for each finding', () => {
    const issues = JSON.parse(renderGitlab(findings));
    expect(issues.map((issue: { severity: string }) => issue.severity)).toEqual(['major', 'minor', 'major']);
    expect(issues[0].location).toEqual({ path: 'a b/environments.bitesize', lines: { begin: 6, end: 6 } });
    expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(3);
  });
});

describe('every format', () => {
  it.each(reportFormats.map((format) => [format.name, format] as const))(
    '%s gives the same bytes twice',
    async (_, format) => {
      const render = await format.load();
      expect(render(findings, context)).toBe(render(findings, context));
      expect(render([], context)).not.toContain('undefined');
    },
  );
});
