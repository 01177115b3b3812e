import { type Finding, reportPlace } from './finding.ts';
import { printXml, type XmlObject } from './print-xml.ts';
import { type FileFindings, findingsByFile, type ReportContext } from './report.ts';

/**
 * Returns the findings as a JUnit report: a suite for each file, a failed case for each error. Warnings are output of
 * a passed case, since a case either passes or fails; a file without errors is one passed case.
 */
export function renderJunit(findings: readonly Finding[], context: ReportContext): string {
  const files = findingsByFile(findings, context);
  const suites = files.map(suite);
  const total = (key: string) => suites.reduce((sum, element) => sum + Number(element[key]), 0);
  return printXml({
    testsuites: {
      '@name': 'bitesize',
      '@tests': total('@tests'),
      '@failures': total('@failures'),
      testsuite: suites,
    },
  });
}

function suite({ path, findings }: FileFindings): XmlObject {
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === 'error');
  const warnings = findings.filter(({ diagnostic }) => diagnostic.severity === 'warning');
  const passed: XmlObject = {
    '@name': 'no errors',
    '@classname': path,
    ...(warnings.length === 0 ? {} : { 'system-out': warnings.map(describe).join('\n') }),
  };
  const cases = errors.length === 0 ? [passed] : errors.map((finding) => failedCase(path, finding));
  const output =
    errors.length > 0 && warnings.length > 0 ? { 'system-out': warnings.map(describe).join('\n') } : {};
  return {
    '@name': path,
    '@tests': cases.length,
    '@failures': errors.length,
    testcase: cases,
    ...output,
  };
}

function failedCase(path: string, finding: Finding): XmlObject {
  const { code, message } = finding.diagnostic;
  return {
    '@name': `${code} ${placeText(finding)}`.trim(),
    '@classname': path,
    failure: { '@type': code, '@message': message, '#': describe(finding) },
  };
}

function describe(finding: Finding): string {
  const { code, severity, message, help } = finding.diagnostic;
  const place = placeText(finding);
  const start = place === '' ? '' : `${place}: `;
  return [`${start}${severity}[${code}]: ${message}`, ...help.map((line) => `help: ${line}`)].join('\n');
}

function placeText({ diagnostic, folder }: Finding): string {
  if (diagnostic.span === undefined) return '';
  const { path, line, column } = reportPlace(diagnostic.span, folder);
  return `${path}:${line}:${column}`;
}
