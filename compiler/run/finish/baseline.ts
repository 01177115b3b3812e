import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileResult } from '../../host/file-result.ts';
import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { type Finding, openFindings } from '../../report/finding.ts';
import { type FindingIdentity, findingIdentity } from '../../report/fingerprint.ts';
import { compareText } from '../../util/compare-text.ts';
import { parseJson } from '../../util/parse-json.ts';
import { count, fieldsOf, listOf, type Shape, text } from '../../util/shape.ts';

/** Findings of an old project that are accepted for now, each with how often it comes up. */
export type Baseline = ReadonlyMap<string, number>;

/** A baseline, or what is wrong with its file. */
export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

interface BaselineEntry extends FindingIdentity {
  readonly count: number;
}

const FORMAT_VERSION = 1;

/** Returns the baseline of a file. */
export function readBaseline(files: FileSystem, path: string): ReadBaseline {
  const read = files.read(path);
  const entries = read.ok ? parseEntries(new TextDecoder().decode(read.value)) : undefined;
  if (entries === undefined) {
    const reason = read.ok ? 'it is not a baseline of bitesize' : read.failure.reason;
    const help = 'write it with `bitesize check --baseline <file> --update-baseline`';
    return { ok: false, diagnostic: diagnose('baseline/unreadable', { path, reason }, undefined, { help }) };
  }
  return { ok: true, baseline: new Map(entries.map((entry) => [keyOf(entry), entry.count])) };
}

/** Returns the findings with those of the baseline marked; of several that are the same, as many as it lists. */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  canAccept: (finding: Finding) => boolean,
): readonly Finding[] {
  const left = new Map(baseline);
  return findings.map((finding) => {
    if (finding.muted !== undefined || !canAccept(finding)) return finding;
    const key = keyOf(findingIdentity(finding));
    const count = left.get(key) ?? 0;
    if (count === 0) return finding;
    left.set(key, count - 1);
    return { ...finding, muted: { by: 'baseline', reason: 'it is in the baseline' } };
  });
}

/** Writes the findings that count as a baseline, sorted, so that a diff of it shows what was added and mended. */
export function writeBaseline(host: Host, path: string, findings: readonly Finding[]): FileResult<undefined> {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of openFindings(findings)) {
    const identity = findingIdentity(finding);
    const key = keyOf(identity);
    entries.set(key, { ...identity, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...entries].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
  const lines = sorted.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  const list = sorted.length === 0 ? '[]' : `[\n${lines}\n  ]`;
  return replaceFile(host, path, `{\n  "version": ${FORMAT_VERSION},\n  "findings": ${list}\n}\n`);
}

function keyOf({ path, code, in: steps, message }: FindingIdentity): string {
  return [path, code, steps, message].join('\n');
}

const isBaseline = fieldsOf({
  version: ((data: unknown) => data === FORMAT_VERSION) as Shape<typeof FORMAT_VERSION>,
  findings: listOf(fieldsOf<BaselineEntry>({ path: text, code: text, message: text, in: text, count })),
});

function parseEntries(content: string): readonly BaselineEntry[] | undefined {
  const data = parseJson(content);
  return isBaseline(data) ? data.findings : undefined;
}
