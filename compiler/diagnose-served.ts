import type { SharedController } from '../schema/generated/located.ts';
import { controllerProject, lowerServed, type ServedSources } from './compile-controller.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { FindingList } from './diagnostics/finding-list.ts';
import { type LoweredPart, lowerShared } from './lower/lower.ts';
import type { OutsideName } from './model/ir.ts';
import { type CompileOptions, withFullCatalogue } from './pipeline.ts';

/** What a check of some projects of a controller found, and the names that these take outside themselves. */
export interface ServedDiagnosis {
  readonly diagnostics: readonly Diagnostic[];
  readonly outsideNames: readonly OutsideName[];
}

/**
 * Returns everything that is wrong with some of the projects of a shared controller: with each of them alone, and with the
 * controller as far as they take part in it. Those are the findings that it would not have without them, and of those that
 * it would have, the ones that it has with nobody but them: one of several projects is named for what all of them ask for.
 */
export async function diagnoseServed(
  controller: SharedController,
  projects: readonly ServedSources[],
  named: ReadonlySet<string>,
  options: CompileOptions = {},
): Promise<ServedDiagnosis> {
  const findings = new FindingList(options.mostFindings);
  const own: LoweredPart[] = [];
  const others: LoweredPart[] = [];
  const all: LoweredPart[] = [];
  for (const served of projects) {
    const isNamed = named.has(served.path);
    const { part, diagnostics } = lowerServed(controller, served, options);
    if (isNamed) findings.addAll(diagnostics);
    if (part === undefined) continue;
    all.push(part);
    (isNamed ? own : others).push(part);
  }
  const project = controllerProject(controller);
  const together = (given: CompileOptions) => {
    const of = (parts: readonly LoweredPart[]) => lowerShared(project, controller.secrets, parts, given);
    const { ir, diagnostics } = of(all);
    const ofAll = without(diagnostics, of(others).diagnostics, keyOf);
    const kinds = new Set(diagnostics.map(({ code }) => code));
    const ofAlone = of(own).diagnostics.filter(({ code }) => kinds.has(code));
    const more = without(without(ofAlone, of([]).diagnostics, keyOf), ofAll, placeOf);
    return { ir, diagnostics, ofOwn: [...ofAll, ...more] };
  };
  if (own.length > 0) {
    const { ofOwn } = await withFullCatalogue(together(options), options, together);
    findings.addAll(ofOwn);
  }
  return { diagnostics: findings.sorted(), outsideNames: own.flatMap(({ ir }) => ir.outsideNames) };
}

/** Returns the findings whose key none of the others has. */
function without(
  diagnostics: readonly Diagnostic[],
  others: readonly Diagnostic[],
  key: (found: Diagnostic) => string,
): readonly Diagnostic[] {
  const known = new Set(others.map(key));
  return diagnostics.filter((found) => !known.has(key(found)));
}

/** Two findings are one where they say the same of the same places. */
function keyOf({ code, message, span, labels }: Diagnostic): string {
  return JSON.stringify([code, message, ...[span, ...labels.map((label) => label.span)].map(nameOfSpan)]);
}

/** Two findings are about one thing where they have one place, which may name another project of several. */
function placeOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([code, span === undefined ? message : nameOfSpan(span)]);
}

function nameOfSpan(span: Diagnostic['span']): unknown {
  return span && [span.file.name, span.start, span.end];
}
