import { allCodes, type Code, codeDefinition, isCode } from '../diagnostics/codes.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { newAllowance, type SuggestionAllowance, suggestion } from '../util/suggestion.ts';
import { commentableLine } from './comments.ts';
import { findIgnoreComments, type IgnoreComment } from './ignore-comments.ts';

/** A warning that a comment in the spec accepts. */
export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Diagnostics after the comments of the specs were applied. */
export interface AppliedSuppressions {
  /** What still counts, with what is wrong with the comments themselves; in the order of `diagnostics`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedDiagnostic[];
}

/**
 * Applies the comments `# bitesize-ignore <code>: <reason>`. A comment holds for its own line, or for the next line
 * with content when it stands alone; that of the beginning of a text of several lines for the whole text. Only warnings can be ignored; the reason is required; comments that have no
 * effect are reported.
 */
export function applySuppressions(
  sources: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
): AppliedSuppressions {
  const comments = sources.flatMap(findIgnoreComments);
  if (comments.length === 0) return { diagnostics, suppressed: [] };
  const used = new Set<IgnoreComment>();
  const allowance = newAllowance();
  const byPlace = commentsByPlace(comments);
  const kept: Diagnostic[] = [];
  const suppressed: SuppressedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const comment = diagnostic.severity === 'warning' ? commentFor(byPlace, diagnostic) : undefined;
    if (comment === undefined) {
      kept.push(diagnostic);
    } else {
      used.add(comment);
      suppressed.push({ diagnostic, reason: comment.reason });
    }
  }
  return {
    diagnostics: [...kept, ...comments.flatMap((comment) => findingsAbout(comment, used, allowance))],
    suppressed,
  };
}

/** By file, line and code: the first of several comments that hold for the same findings. */
type CommentsByPlace = ReadonlyMap<SourceFile, ReadonlyMap<string, IgnoreComment>>;

function commentsByPlace(comments: readonly IgnoreComment[]): CommentsByPlace {
  const byPlace = new Map<SourceFile, Map<string, IgnoreComment>>();
  for (const comment of comments) {
    if (comment.problem !== undefined) continue;
    const ofFile = byPlace.get(comment.span.file) ?? new Map<string, IgnoreComment>();
    byPlace.set(comment.span.file, ofFile);
    const key = `${comment.line} ${comment.code}`;
    if (!ofFile.has(key)) ofFile.set(key, comment);
  }
  return byPlace;
}

function commentFor(comments: CommentsByPlace, { code, span }: Diagnostic): IgnoreComment | undefined {
  if (span === undefined) return undefined;
  const ofFile = comments.get(span.file);
  if (ofFile === undefined) return undefined;
  const { line } = positionAt(span.file, span.start);
  return ofFile.get(`${line} ${code}`) ?? ofFile.get(`${commentableLine(span.file, line)} ${code}`);
}

function findingsAbout(
  comment: IgnoreComment,
  used: ReadonlySet<IgnoreComment>,
  allowance: SuggestionAllowance,
): readonly Diagnostic[] {
  const { code, codeSpan, problem, span } = comment;
  if (problem !== undefined) {
    const help = 'write `# bitesize-ignore <code>: <reason>`';
    return [diagnose('suppression/malformed', { problem }, span, { help })];
  }
  if (!isCode(code)) {
    const meant = suggestion(code, allCodes(), allowance);
    if (meant === undefined) return [diagnose('suppression/unknown-code', { code }, codeSpan)];
    const fix: Fix = { title: `write \`${meant}\``, edits: [{ span: codeSpan, text: meant }], safe: false };
    const help = `did you mean \`${meant}\`?`;
    return [diagnose('suppression/unknown-code', { code }, codeSpan, { help, fixes: [fix] })];
  }
  if (codeDefinition(code).severity === 'error' && !used.has(comment)) {
    return [
      diagnose('suppression/of-error', { code }, codeSpan, {
        help: 'mend the error, then remove the comment',
      }),
    ];
  }
  if (used.has(comment) || isFoundElsewhere(code)) return [];
  const fix: Fix = { title: 'remove the comment', edits: [{ span: comment.removal, text: '' }], safe: true };
  return [diagnose('suppression/unused', { code }, span, { fixes: [fix] })];
}

/**
 * Whether a comment about other projects has something to ignore is only known where all of them are; placeholders are not
 * looked for where they are allowed.
 */
function isFoundElsewhere(code: Code): boolean {
  return code.startsWith('fleet/') || code === 'check/placeholder' || code === 'check/mirrored-base';
}
