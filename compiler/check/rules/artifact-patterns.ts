import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Specs } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** Artifacts and results are files of the workspace, by patterns of Ant: what a shell would find is often none to Jenkins. */
export const artifactPatternsRule: Rule = {
  name: 'artifact-patterns',
  *check(specs) {
    for (const { pattern, verb } of patternsOf(specs)) {
      const found = patternProblem(pattern.value, verb);
      if (found !== undefined) yield describe(pattern, found);
    }
  },
};

/** A pattern, and what is to be done with its files. */
interface FilePattern {
  readonly pattern: Sourced<string>;
  readonly verb: 'archive' | 'name';
}

function patternsOf({ build, environments }: Specs): readonly FilePattern[] {
  const components = build?.components ?? [];
  const tests = (environments?.environments ?? []).flatMap(({ tests: all }) => all);
  const archived = components.flatMap(({ artifacts }) => artifacts.map(({ location }) => location));
  const named = components.flatMap(({ test_results: results, coverage, publish }) => [
    ...results,
    ...[...coverage, ...publish].flatMap(({ location }) => location ?? []),
  ]);
  return [
    ...archived.map((pattern): FilePattern => ({ pattern, verb: 'archive' })),
    ...[...named, ...tests.flatMap(({ test_results: results }) => results)].map(
      (pattern): FilePattern => ({ pattern, verb: 'name' }),
    ),
  ];
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
function patternProblem(location: string, verb: FilePattern['verb']): PatternProblem | undefined {
  const braces = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(location);
  if (braces !== null && !location.includes('$')) {
    const [, before = '', inside = '', after = ''] = braces;
    const meant = inside.split(',').map((part) => before + part.trim() + after);
    return { problem: 'knows no braces', help: 'write the patterns one by one', meant: meant.join(',') };
  }
  const parts = location.split(',').map((part) => part.trim());
  if (parts.every((part) => part === ''))
    return { problem: 'has nothing to look for', help: 'write a pattern, such as `build/**/*.xml`' };
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
    help: `copy it there in a step, \`cp ${outside} .\`, and ${verb} \`${name}\``,
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
