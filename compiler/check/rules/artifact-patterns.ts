import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Specs } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** Artifacts and results are files of the workspace, by patterns of Ant: what a shell would find is often none to Jenkins. */
export const artifactPatternsRule: Rule = {
  name: 'artifact-patterns',
  *check(specs) {
    for (const pattern of patternsOf(specs)) {
      const found = patternProblem(pattern.value);
      if (found !== undefined) yield describe(pattern, found);
    }
  },
};

function* patternsOf({ build, environments }: Specs): Generator<Sourced<string>> {
  for (const { artifacts, test_results: results, coverage } of build?.components ?? []) {
    for (const { location } of artifacts) yield location;
    yield* results;
    for (const { location } of coverage) if (location !== undefined) yield location;
  }
  for (const { tests } of environments?.environments ?? []) {
    for (const { test_results: results } of tests) yield* results;
  }
}

interface PatternProblem {
  readonly problem: string;
  readonly help: string;
  readonly meant?: string;
}

/**
 * Returns why Jenkins finds no file by a pattern, or undefined. Follows `DirectoryScanner` of Ant 1.10 and the archiver of
 * Jenkins, which splits at commas, fills in variables, and looks below the workspace only.
 */
function patternProblem(location: string): PatternProblem | undefined {
  const braces = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(location);
  if (braces !== null && !location.includes('$')) {
    const [, before = '', inside = '', after = ''] = braces;
    const meant = inside.split(',').map((part) => before + part.trim() + after);
    return { problem: 'knows no braces', help: 'write the patterns one by one', meant: meant.join(',') };
  }
  const parts = location.split(',').map((part) => part.trim());
  const blank = parts.find((part) => /[*?.][^\s]*\s+\S*[*?.]/.test(part));
  if (blank !== undefined)
    return {
      problem: 'separates patterns by commas, not by blanks',
      help: 'write a comma between them',
      meant: parts.map((part) => (part === blank ? part.split(/\s+/).join(',') : part)).join(','),
    };
  const outside = parts.find((part) => /^[/~\\]|^[A-Za-z]:[\\/]|(^|\/)\.\.(\/|$)/.test(part));
  if (outside === undefined) return undefined;
  const name = outside.slice(outside.lastIndexOf('/') + 1);
  return {
    problem: `looks in the workspace only, and \`${outside}\` leads out of it`,
    help: `copy it there in a step, \`cp ${outside} .\`, and name \`${name}\``,
  };
}

function describe(location: Sourced<string>, { problem, help, meant }: PatternProblem) {
  const span = at(location);
  const edits = span === undefined || meant === undefined ? [] : [{ span, text: JSON.stringify(meant) }];
  return diagnose('check/artifact-pattern', { pattern: location.value, problem }, span, {
    help,
    fixes: edits.length === 0 ? [] : [{ title: `write \`${meant}\``, edits, safe: false }],
  });
}
