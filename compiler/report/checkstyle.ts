import { type Finding, reportPlace } from './finding.ts';
import { printXml, type XmlObject } from './print-xml.ts';
import { findingsByFile, type ReportContext } from './report.ts';

/** Returns the findings in the form of Checkstyle, which Jenkins (Warnings NG) and many others read. */
export function renderCheckstyle(findings: readonly Finding[], context: ReportContext): string {
  const file = findingsByFile(findings, context).map(({ path, findings: found }) => ({
    '@name': path,
    error: found.map(errorElement),
  }));
  return printXml({ checkstyle: { '@version': '4.3', file } });
}

function errorElement({ diagnostic, folder }: Finding): XmlObject {
  const { code, severity, message, span, help } = diagnostic;
  const place = span === undefined ? undefined : reportPlace(span, folder);
  return {
    ...(place === undefined ? {} : { '@line': place.line, '@column': place.column }),
    '@severity': severity,
    '@message': [message, ...help].join('; '),
    '@source': `bitesize.${code.replace('/', '.')}`,
  };
}
