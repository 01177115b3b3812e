import { type Code, codeDefinition } from '../diagnostics/codes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { printJson } from '../print/print-json.ts';
import type { Span } from '../text/span.ts';
import { compareText } from '../util/compare-text.ts';
import { breadcrumb } from './breadcrumb.ts';
import { type Finding, type Mute, reportPlace } from './finding.ts';
import { fingerprints } from './fingerprint.ts';
import type { ReportContext } from './report.ts';

/**
 * Returns the findings as SARIF 2.1.0 (OASIS, sarif-v2.1.0-os), with the rules that were broken, fixes, related
 * places, fingerprints, and the accepted findings as suppressed results. No text of the specs is in it.
 */
export function renderSarif(findings: readonly Finding[], context: ReportContext): string {
  const used = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort(compareText);
  const prints = fingerprints(findings);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'bitesize', semanticVersion: context.version, rules: used.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) =>
          result(finding, used.indexOf(finding.diagnostic.code), prints[index]),
        ),
      },
    ],
  };
  return printJson(log);
}

function rule(code: Code): object {
  const { severity, why } = codeDefinition(code);
  return {
    id: code,
    shortDescription: { text: why },
    defaultConfiguration: { level: severity },
    help: { text: `${why} \`bitesize explain ${code}\` says more.` },
  };
}

function result(
  { diagnostic, folder, muted }: Finding,
  ruleIndex: number,
  print: string | undefined,
): object {
  const { code, severity, message, span, labels, help, fixes } = diagnostic;
  const withFixes = fixes.filter(({ edits }) => edits.length > 0);
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: [message, ...help.map((line) => `help: ${line}`)].join('\n') },
    ...(span === undefined ? {} : { locations: [location(span, folder)] }),
    ...(labels.length === 0
      ? {}
      : {
          relatedLocations: labels.map((label, id) => ({
            id,
            message: { text: label.text },
            physicalLocation: physicalLocation(label.span, folder),
          })),
        }),
    ...(withFixes.length === 0 ? {} : { fixes: withFixes.map((fix) => sarifFix(fix, folder)) }),
    partialFingerprints: { 'bitesizeFinding/v1': print },
    ...(muted === undefined ? {} : { suppressions: [suppression(muted)] }),
  };
}

function location(span: Span, folder: string): object {
  const steps = breadcrumb(span);
  return {
    physicalLocation: physicalLocation(span, folder),
    ...(steps.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: steps.join(' > ') }] }),
  };
}

function physicalLocation(span: Span, folder: string): object {
  return { artifactLocation: { uri: uri(reportPlace(span, folder).path) }, region: region(span, folder) };
}

function region(span: Span, folder: string): object {
  const { line, column, endLine, endColumn } = reportPlace(span, folder);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function sarifFix({ title, edits }: Fix, folder: string): object {
  const paths = [...new Set(edits.map(({ span }) => reportPlace(span, folder).path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uri(path) },
      replacements: edits
        .filter(({ span }) => reportPlace(span, folder).path === path)
        .map(({ span, text }) => ({ deletedRegion: region(span, folder), insertedContent: { text } })),
    })),
  };
}

function suppression({ by, reason }: Mute): object {
  return { kind: by === 'comment' ? 'inSource' : 'external', justification: reason };
}

/** Paths become relative URI references; everything but `/` that a URI reserves is escaped. */
function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
