import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Places } from './places.ts';

/** What a client can show of a finding. */
export interface FindingAbilities {
  readonly related: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
}

/** What findings are turned into what the protocol knows with. */
export interface FindingContext {
  readonly places: Places;
  readonly abilities: FindingAbilities;
  /** Returns the address of the page about a finding; undefined where it has none. */
  readonly pageOf: (code: Code) => string | undefined;
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Returns the file that a finding is shown in: a finding of no place stands in the first file of the project. */
export function shownIn({ span }: Diagnostic, names: readonly string[]): string | undefined {
  return span?.file.name ?? names[0];
}

/** Returns a finding as the protocol has it, with what to do below its message. */
export function publishedFinding(
  diagnostic: Diagnostic,
  { places, abilities, pageOf }: FindingContext,
): LspDiagnostic {
  const { code, severity, message, span, labels, help } = diagnostic;
  const page = abilities.codeDescription ? pageOf(code) : undefined;
  const tags = abilities.tags ? tagsOf(code) : [];
  const related: readonly DiagnosticRelatedInformation[] = abilities.related
    ? labels.map((label) => ({
        location: {
          uri: places.uriOf(label.span.file.name),
          range: places.range(label.span.file, label.span),
        },
        message: label.text,
      }))
    : [];
  return {
    range: span === undefined ? START : places.range(span.file, span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: 'bitesize',
    message: [message, ...help.map((line) => `help: ${line}`)].join('\n'),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(related.length === 0 ? {} : { relatedInformation: [...related] }),
  };
}

/** What has no effect is shown faint, what has a newer spelling struck through. */
function tagsOf(code: Code): readonly DiagnosticTag[] {
  if (NO_EFFECT.has(code)) return [DiagnosticTag.Unnecessary];
  return OLD.has(code) ? [DiagnosticTag.Deprecated] : [];
}

const NO_EFFECT: ReadonlySet<Code> = new Set<Code>([
  'check/dead-field',
  'check/no-effect-beside',
  'check/repeated-item',
  'controller/ignored-setting',
  'image/unused-argument',
  'kubernetes/unused-field',
  'plugin/unused-pin',
  'request/unused-field',
  'suppression/unused',
]);

const OLD: ReadonlySet<Code> = new Set<Code>([
  'spelling/bluegreen-mode',
  'spelling/environment-health-check',
  'spelling/field-name',
  'spelling/hpa-target',
  'spelling/value',
]);
