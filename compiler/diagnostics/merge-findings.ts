import type { SourceFile, Span } from '../text/span.ts';
import { firstAtLeast } from '../util/first-at-least.ts';
import { groupBy } from '../util/group-by.ts';
import type { Diagnostic } from './diagnostic.ts';

/** After an error of these kinds an entry of the project is missing, stands there twice, or is one of far too many. */
const LEAVES_HOLES =
  /^(file|source|ts|limit)\/|^schema\/(missing-field|empty)$|^link\/(duplicate-name|no-active-colour|no-project)$/;

/** What any error can cause. */
const OF_ALL = /^plugin\//;

/** What an error of the settings can cause besides: an agent that is not read is as if it were not there. */
const OF_SETTINGS =
  /^plugin\/|^job\/(missing-tool|other-container|unknown-label|unknown-allowed-job|no-mail-server)$|^kubernetes\/(custom-resource|unknown-volume-type|single-node-class|ingress-class)$/;

/** What may follow when names that others look after are not read. */
const OF_EXTERNAL = /^job\/unknown-label$/;

/** What the front end says of its errors. */
interface ErrorPlaces {
  readonly isSettings: (file: SourceFile) => boolean;
  /** Whether the names that others look after were read. */
  readonly externalIsRead: boolean;
}

/**
 * Returns whether a project is whole enough to be lowered for what lowering finds, so that one run reports as much as
 * it can. No output is made while there is an error.
 */
export function canLower(findings: readonly Diagnostic[]): boolean {
  return !findings.some((found) => isError(found) && LEAVES_HOLES.test(found.code));
}

/**
 * Returns the findings of the front end and of lowering together, in no order. Beside errors of the front end, those of lowering that
 * may follow from one are left out: what stands around the place of an error, which plugins are needed, and what comes of
 * settings that are not read.
 */
export function mergeFindings(
  front: readonly Diagnostic[],
  lowered: readonly Diagnostic[],
  { isSettings, externalIsRead }: ErrorPlaces,
): readonly Diagnostic[] {
  const errors = front.filter(isError);
  if (errors.length === 0) return [...front, ...lowered];
  const standsAround = aroundSome(errors.flatMap(({ span }) => span ?? []));
  const isOfSettings = errors.some(({ span }) => span !== undefined && isSettings(span.file));
  const mayFollow = isOfSettings ? OF_SETTINGS : OF_ALL;
  const own = lowered.filter(
    (found) =>
      !mayFollow.test(found.code) &&
      !standsAround(found) &&
      (externalIsRead || !OF_EXTERNAL.test(found.code)),
  );
  return [...front, ...own];
}

/** Returns the question whether a finding stands around one of these spans, which may be asked very often. */
function aroundSome(inner: readonly Span[]): (outer: Diagnostic) => boolean {
  const files = new Map<
    SourceFile,
    { readonly starts: readonly number[]; readonly ends: readonly number[] }
  >();
  for (const [file, spans] of groupBy(inner, (span) => span.file)) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    // The nearest end of all that start here or later.
    const ends = sorted.map(({ end }) => end);
    for (let index = ends.length - 2; index >= 0; index--)
      ends[index] = Math.min(ends[index] ?? 0, ends[index + 1] ?? 0);
    files.set(file, { starts: sorted.map(({ start }) => start), ends });
  }
  return ({ span }) => {
    const known = span && files.get(span.file);
    if (span === undefined || known === undefined) return false;
    const nearestEnd = known.ends[firstAtLeast(known.starts, span.start)];
    return nearestEnd !== undefined && nearestEnd <= span.end;
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
