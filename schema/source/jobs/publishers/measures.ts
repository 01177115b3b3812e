import { choice, list, part, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';
import { analysisTools } from './analysis-tools.ts';
import { integerOr, needed, off, textOr } from './usual-fields.ts';

const id = text('Id of the report, which stands in its URL.', {
  without: 'that of the plugin',
  examples: ['frontend'],
  since: SINCE,
});

const reportName = text('Name of the report.', {
  without: 'that of the plugin',
  examples: ['Frontend'],
  since: SINCE,
});

const checksName = text('Name of the check at the forge.', {
  without: 'that of the plugin',
  examples: ['Frontend'],
  since: SINCE,
});

const sourceEncoding = textOr('', 'Encoding of the sources; empty for that of the agent.', 'UTF-8');

const sourceDirectories = texts('Folders with sources, absolute or below the workspace.', {
  without: 'the workspace alone',
  examples: ['src/main/java'],
  since: SINCE,
});

const scm = textOr('', 'Key of the repository, where there are several.', 'shop');

const retention = {
  NEVER: 'None.',
  LAST_BUILD: 'That of the last build.',
  EVERY_BUILD: 'That of each build.',
  MODIFIED: 'That of each build, but only of changed files.',
};

/** Publishers that record measures of a build: coverage, warnings, numbers over time. */
export const measures: Things = {
  coverage: {
    description: 'Records code coverage by the plugin Coverage.',
    short: 'tools',
    fields: {
      tools: list('The reports.', {
        of: 'CoverageReports',
        required: true,
        minItems: 1,
        examples: [[{ parser: 'JACOCO', pattern: '**/jacoco.xml' }]],
        since: SINCE,
      }),
      quality_gates: list('What the coverage has to reach.', {
        of: 'CoverageGate',
        without: 'none',
        examples: [[{ metric: 'LINE', threshold: '80.0' }]],
        since: SINCE,
      }),
      id,
      name: reportName,
      skip_publishing_checks: off('Whether the forge of the repository is told nothing.'),
      checks_name: checksName,
      checks_annotation_scope: choice('Which lines the forge marks.', {
        default: 'MODIFIED_LINES',
        values: { SKIP: 'None.', ALL_LINES: 'All.', MODIFIED_LINES: 'Changed ones.' },
        examples: ['SKIP'],
        since: SINCE,
      }),
      ignore_parsing_errors: off(
        'Whether reports that cannot be read are left out; otherwise the build fails.',
      ),
      fail_on_error: off('Whether the build fails without reports.'),
      enabled_for_failure: off('Whether failed builds are recorded, too.'),
      skip_symbolic_links: off('Whether symbolic links are left out.'),
      scm,
      source_code_encoding: sourceEncoding,
      source_directories: sourceDirectories,
      source_code_retention: choice('Which sources are kept, with colours.', {
        default: 'LAST_BUILD',
        values: retention,
        examples: ['NEVER'],
        since: SINCE,
      }),
    },
    examples: [{ tools: [{ parser: 'JACOCO', pattern: '**/jacoco.xml' }] }],
  },
  cobertura: {
    description:
      'Publishes the coverage that Cobertura measured. The plugin Coverage (`coverage`) came after it.',
    short: 'report_file',
    fields: {
      report_file: textOr('**/coverage.xml', 'Ant pattern of the reports.', 'build/reports/cobertura.xml'),
      only_stable: off('Whether only builds that succeed count.'),
      fail_unhealthy: off('Whether a build below `unhealthy` fails.'),
      fail_unstable: off('Whether a build below `failing` fails; otherwise it is unstable.'),
      health_auto_update: off('Whether `unhealthy` rises with the coverage.'),
      stability_auto_update: off('Whether `failing` rises with the coverage.'),
      zoom_coverage_chart: off('Whether the chart begins with the least value.'),
      fail_no_reports: off('Whether a build without reports fails.'),
      max_number_of_builds: integerOr(0, 'Builds in the chart; 0 for all.', 50),
      targets: part('CoberturaTargets', 'What the coverage has to reach.', {
        default: {},
        examples: [{ line: { healthy: 80, unhealthy: 50, failing: 20 } }],
        since: SINCE,
      }),
      source_encoding: choice('Encoding of the sources.', {
        default: 'UTF_8',
        values: {
          ASCII: 'ASCII.',
          Big5: 'Big5.',
          EUC_JP: 'EUC-JP.',
          EUC_KR: 'EUC-KR.',
          GBK: 'GBK.',
          ISO_8859_1: 'ISO 8859-1.',
          Shift_JIS: 'Shift JIS.',
          UTF_8: 'UTF-8.',
        },
        examples: ['ISO_8859_1'],
        since: SINCE,
      }),
    },
    examples: [{ report_file: '**/coverage.xml', targets: { line: { healthy: 80, unhealthy: 50 } } }],
  },
  jacoco: {
    description:
      'Publishes the coverage that JaCoCo measured. The plugin Coverage (`coverage`) came after it.',
    fields: {
      exec_pattern: textOr('**/**.exec', 'Ant pattern of what JaCoCo wrote.', 'build/jacoco/*.exec'),
      class_pattern: textOr('**/classes', 'Ant pattern of folders with classes.', 'build/classes'),
      source_pattern: textOr('**/src/main/java', 'Ant pattern of folders with sources.', 'src'),
      source_inclusion_pattern: textOr(
        '**/*.java,**/*.groovy,**/*.kt,**/*.kts',
        'Ant patterns of sources that are kept.',
        '**/*.java',
      ),
      source_exclusion_pattern: textOr('', 'Ant patterns of sources that are not kept.', '**/generated/**'),
      inclusion_pattern: textOr('', 'Ant patterns of classes that count; empty for all.', 'com/example/**'),
      exclusion_pattern: textOr('', 'Ant patterns of classes that do not count.', '**/*Test*'),
      skip_copy_of_src_files: off('Whether no sources are kept.'),
      update_build_status: off('Whether the targets change the result of the build.'),
      run_always: off('Whether it runs after failed builds, too.'),
      build_over_build: off('Whether a build fails that has less coverage than the one before, by `delta`.'),
      targets: part('JacocoTargets', 'What the coverage has to reach, as percentages.', {
        default: {},
        examples: [{ line: { healthy: 80, unhealthy: 50 } }],
        since: SINCE,
      }),
    },
    examples: [{ exec_pattern: '**/**.exec', targets: { line: { healthy: 80, unhealthy: 50 } } }],
  },
  'warnings-ng': {
    description: 'Records warnings of compilers and other tools by the plugin Warnings.',
    short: 'tools',
    fields: {
      tools: list('The tools.', {
        of: 'AnalysisTool',
        required: true,
        minItems: 1,
        examples: [[{ tool: 'checkStyle', pattern: '**/checkstyle-result.xml' }]],
        since: SINCE,
      }),
      quality_gates: list('How many warnings there may be.', {
        of: 'AnalysisGate',
        without: 'any number',
        examples: [[{ type: 'NEW', threshold: 1 }]],
        since: SINCE,
      }),
      filters: list('Which warnings count.', {
        of: 'AnalysisFilter',
        without: 'all',
        examples: [[{ exclude: 'file', pattern: '.*/generated/.*' }]],
        since: SINCE,
      }),
      id,
      name: reportName,
      aggregating_results: off('Whether all tools have one report.'),
      enabled_for_failure: off('Whether failed builds are recorded, too.'),
      fail_on_error: off('Whether the build fails when a report cannot be read.'),
      stop_build: off('Whether a build that fails by a gate ends at once.'),
      ignore_quality_gate: off('Whether it compares with the build before even if that one failed a gate.'),
      quiet: off('Whether it writes nothing to the log.'),
      skip_blames: off('Whether it does not ask the repository who wrote the lines.'),
      skip_post_processing: off('Whether it leaves out what takes long, such as fingerprints of lines.'),
      skip_delta_calculation: off('Whether it does not ask which lines changed.'),
      skip_publishing_checks: off('Whether the forge of the repository is told nothing.'),
      checks_annotation_scope: choice('Which warnings the forge marks.', {
        default: 'NEW',
        values: { SKIP: 'None.', ALL: 'All.', NEW: 'New ones.', MODIFIED: 'Those in changed code.' },
        examples: ['SKIP'],
        since: SINCE,
      }),
      healthy: integerOr(0, 'Up to so many warnings the job is healthy; 0 for no health.', 5),
      unhealthy: integerOr(0, 'From so many on it is not healthy at all.', 50),
      minimum_severity: choice('Least severity that counts for the health.', {
        default: 'LOW',
        values: { LOW: 'Low.', NORMAL: 'Normal.', HIGH: 'High.', ERROR: 'Errors.' },
        examples: ['HIGH'],
        since: SINCE,
      }),
      trend_chart_type: choice('Which charts the job shows.', {
        default: 'AGGREGATION_TOOLS',
        values: {
          AGGREGATION_TOOLS: 'One of all tools, then one for each.',
          TOOLS_AGGREGATION: 'One for each tool, then one of all.',
          TOOLS_ONLY: 'One for each tool.',
          AGGREGATION_ONLY: 'One of all tools.',
          NONE: 'None.',
        },
        examples: ['NONE'],
        since: SINCE,
      }),
      scm,
      source_code_encoding: sourceEncoding,
      source_directories: sourceDirectories,
      source_code_retention: choice('Which sources are kept, with the warnings.', {
        default: 'EVERY_BUILD',
        values: retention,
        examples: ['NEVER'],
        since: SINCE,
      }),
    },
    examples: [{ tools: [{ tool: 'checkStyle', pattern: '**/checkstyle-result.xml' }] }],
  },
  plot: {
    description: 'Plots numbers of the builds over time.',
    short: 'plots',
    fields: {
      plots: list('The plots.', {
        of: 'PlotChart',
        required: true,
        minItems: 1,
        examples: [[{ group: 'Times', series: [{ file: 'build/time.properties' }] }]],
        since: SINCE,
      }),
    },
    examples: [{ plots: [{ group: 'Times', series: [{ file: 'build/time.properties' }] }] }],
  },
};

/** What stands inside those publishers. */
export const measureParts: Definitions = {
  CoverageReports: {
    description: 'The reports of one tool.',
    fields: {
      parser: choice('The format.', {
        required: true,
        values: {
          CLOVER: 'Clover.',
          COBERTURA: 'Cobertura.',
          GO_COV: 'Go.',
          JACOCO: 'JaCoCo.',
          JUNIT: 'Tests of JUnit.',
          LCOV: 'LCOV.',
          METRICS: 'Metrics of PMD.',
          NUNIT: 'Tests of NUnit.',
          OPENCOVER: 'OpenCover.',
          PIT: 'PIT, for mutations.',
          STRYKER: 'Stryker, for mutations.',
          TRACE32: 'TRACE32.',
          VECTORCAST: 'VectorCAST.',
          XUNIT: 'Tests of xUnit.net.',
        },
        examples: ['JACOCO'],
        since: SINCE,
      }),
      pattern: textOr('', 'Ant pattern of the reports; empty for that of the plugin.', '**/jacoco.xml'),
    },
    examples: [{ parser: 'JACOCO', pattern: '**/jacoco.xml' }],
  },
  CoverageGate: {
    description: 'What the coverage has to reach.',
    fields: {
      metric: choice('What is measured.', {
        required: true,
        values: {
          LINE: 'Lines.',
          BRANCH: 'Branches.',
          INSTRUCTION: 'Instructions.',
          METHOD: 'Methods.',
          CLASS: 'Classes.',
          FILE: 'Files.',
          PACKAGE: 'Packages.',
          MODULE: 'Modules.',
          MUTATION: 'Mutations that tests find.',
          TEST_STRENGTH: 'Mutations that tests find where they run.',
          CYCLOMATIC_COMPLEXITY: 'Cyclomatic complexity.',
          LOC: 'Lines of code.',
          TESTS: 'Tests.',
        },
        examples: ['LINE'],
        since: SINCE,
      }),
      threshold: text('The least value; a percentage for all that is covered.', {
        required: true,
        pattern: patterns.decimalNumber,
        examples: ['80.0'],
        since: SINCE,
      }),
      baseline: choice('What of.', {
        default: 'PROJECT',
        values: {
          PROJECT: 'Of the project.',
          PROJECT_DELTA: 'Of the project, compared with before.',
          MODIFIED_LINES: 'Of changed lines.',
          MODIFIED_LINES_DELTA: 'Of changed lines, compared with the project.',
          MODIFIED_FILES: 'Of changed files.',
          MODIFIED_FILES_DELTA: 'Of changed files, compared with the project.',
        },
        examples: ['MODIFIED_LINES'],
        since: SINCE,
      }),
      criticality: criticality(),
    },
    examples: [{ metric: 'LINE', threshold: '80.0' }],
  },
  CoberturaTargets: {
    description: 'What the coverage has to reach.',
    fields: Object.fromEntries(
      [
        ['packages', 'packages'],
        ['files', 'files'],
        ['classes', 'classes'],
        ['method', 'methods'],
        ['line', 'lines'],
        ['conditional', 'branches'],
      ].map(([name, what]) => [
        name,
        part('CoberturaTarget', `Of ${what}.`, {
          without: 'no target',
          examples: [{ healthy: 80, unhealthy: 50, failing: 20 }],
          since: SINCE,
        }),
      ]),
    ),
    examples: [{ line: { healthy: 80, unhealthy: 50, failing: 20 } }],
  },
  CoberturaTarget: {
    description: 'Percentages of coverage.',
    fields: {
      healthy: integerOr(0, 'From this on the job is healthy.', 80),
      unhealthy: integerOr(0, 'Below this it is not healthy at all.', 50),
      failing: integerOr(0, 'Below this the build is unstable.', 20),
    },
    examples: [{ healthy: 80, unhealthy: 50, failing: 20 }],
  },
  JacocoTargets: {
    description: 'What the coverage has to reach, as percentages.',
    fields: Object.fromEntries(
      ['instruction', 'branch', 'complexity', 'line', 'method', 'class'].map((name) => [
        name,
        part(
          'JacocoTarget',
          `Of ${name === 'branch' ? 'branches' : name === 'class' ? 'classes' : `${name}s`}.`,
          {
            without: 'no target',
            examples: [{ healthy: 80, unhealthy: 50 }],
            since: SINCE,
          },
        ),
      ]),
    ),
    examples: [{ line: { healthy: 80, unhealthy: 50 } }],
  },
  JacocoTarget: {
    description: 'Percentages of coverage.',
    fields: {
      healthy: integerOr(0, 'From this on the job is healthy, and a build succeeds.', 80),
      unhealthy: integerOr(0, 'Below this the build fails; between the two it is unstable.', 50),
      delta: integerOr(0, 'How much less than the build before a build may have.', 5),
    },
    examples: [{ healthy: 80, unhealthy: 50 }],
  },
  AnalysisTool: {
    description: 'A tool, and where its reports are.',
    short: 'tool',
    fields: {
      tool: choice('The tool, by its name in pipelines.', {
        required: true,
        values: analysisTools,
        examples: ['checkStyle'],
        since: SINCE,
      }),
      pattern: textOr(
        '',
        'Ant pattern of the reports; empty for that of the plugin, or the log of the build.',
        '**/checkstyle-result.xml',
      ),
      report_encoding: textOr('', 'Encoding of the reports; empty for that of the agent.', 'UTF-8'),
      id,
      name: reportName,
      skip_symbolic_links: off('Whether symbolic links are left out.'),
    },
    examples: [{ tool: 'checkStyle', pattern: '**/checkstyle-result.xml' }],
  },
  AnalysisGate: {
    description: 'How many warnings there may be.',
    fields: {
      type: choice('Which ones.', {
        default: 'TOTAL',
        values: {
          TOTAL: 'All.',
          TOTAL_ERROR: 'All errors.',
          TOTAL_HIGH: 'All of high severity.',
          TOTAL_NORMAL: 'All of normal severity.',
          TOTAL_LOW: 'All of low severity.',
          TOTAL_MODIFIED: 'All in changed code.',
          NEW: 'New ones.',
          NEW_ERROR: 'New errors.',
          NEW_HIGH: 'New ones of high severity.',
          NEW_NORMAL: 'New ones of normal severity.',
          NEW_LOW: 'New ones of low severity.',
          NEW_MODIFIED: 'New ones in changed code.',
          DELTA: 'How many more than before.',
          DELTA_ERROR: 'How many more errors than before.',
          DELTA_HIGH: 'How many more of high severity.',
          DELTA_NORMAL: 'How many more of normal severity.',
          DELTA_LOW: 'How many more of low severity.',
        },
        examples: ['NEW'],
        since: SINCE,
      }),
      threshold: text('From so many on.', {
        required: true,
        pattern: patterns.wholeNumber,
        examples: ['1'],
        since: SINCE,
      }),
      criticality: criticality(),
    },
    examples: [{ type: 'NEW', threshold: '1' }],
  },
  AnalysisFilter: {
    description: 'Which warnings count: by `include`, by `exclude`, or by both.',
    fields: {
      include: filtered('Only those whose', 'include'),
      exclude: filtered('Not those whose', 'exclude'),
      pattern: text('Regular expression of all of it.', {
        required: true,
        minLength: 1,
        examples: ['.*/generated/.*'],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{ exclude: 'file', pattern: '.*/generated/.*' }],
  },
  PlotChart: {
    description: 'A plot.',
    fields: {
      group: needed('Page of the job that it stands on.', 'Times'),
      title: textOr('', 'Title.', 'Time of the tests'),
      description: textOr('', 'What it shows.', 'Seconds of all tests.'),
      yaxis: textOr('', 'Title of the vertical axis.', 'Seconds'),
      series: list('The numbers.', {
        of: 'PlotSeries',
        required: true,
        minItems: 1,
        examples: [[{ file: 'build/time.properties' }]],
        since: SINCE,
      }),
      num_builds: textOr('', 'How many builds it shows; empty for all.', '50'),
      csv_file_name: text('File beside the builds that keeps the numbers.', {
        without: '`plot-<number of the plot>.csv`',
        examples: ['times.csv'],
        since: SINCE,
      }),
      style: choice('How they are drawn.', {
        default: 'line',
        values: {
          area: 'As areas.',
          bar: 'As bars.',
          bar3d: 'As bars, in perspective.',
          line: 'As lines.',
          line3d: 'As lines, in perspective.',
          lineSimple: 'As lines, without marks.',
          stackedArea: 'As areas, one on the other.',
          stackedBar: 'As bars, one on the other.',
          stackedBar3d: 'As bars, one on the other, in perspective.',
          waterfall: 'As a waterfall.',
        },
        examples: ['bar'],
        since: SINCE,
      }),
      use_description: off('Whether builds are named by their descriptions.'),
      keep_records: off('Whether numbers of deleted builds stay.'),
      exclude_zero_yaxis: off('Whether the axis need not begin with 0.'),
      logarithmic_yaxis: off('Whether the axis is logarithmic.'),
      yaxis_minimum: textOr('', 'Least value of the axis; empty for what it takes.', '0'),
      yaxis_maximum: textOr('', 'Greatest value of the axis; empty for what it takes.', '100'),
    },
    examples: [{ group: 'Times', series: [{ file: 'build/time.properties' }] }],
  },
  PlotSeries: {
    description: 'Numbers of a file.',
    fields: {
      file: needed('File of the workspace; Ant patterns are allowed.', 'build/time.properties'),
      format: choice('Its format.', {
        default: 'properties',
        values: {
          properties: 'Properties: `YVALUE` is the number.',
          csv: 'CSV with a line of titles.',
          xml: 'XML.',
        },
        examples: ['csv'],
        since: SINCE,
      }),
      label: textOr('', 'Name of the numbers, for `properties`.', 'All tests'),
      url: textOr('', 'What a point links to, for `csv` and `xml`.', 'artifact/report.html'),
      inclusion_flag: choice('Which columns count, for `csv`.', {
        default: 'off',
        values: {
          off: 'All.',
          'include-by-string': 'Those whose title is in `exclude`.',
          'exclude-by-string': 'Those whose title is not in `exclude`.',
          'include-by-column': 'Those whose number is in `exclude`.',
          'exclude-by-column': 'Those whose number is not in `exclude`.',
        },
        examples: ['exclude-by-column'],
        since: SINCE,
      }),
      exclude: texts('Titles or numbers of columns.', {
        without: 'none',
        examples: [['total']],
        since: SINCE,
      }),
      display_table: off('Whether the file stands above the plot, for `csv`.'),
      xpath: text('XPath of the numbers, for `xml`.', {
        without: 'none; required for `xml`',
        examples: ['//testsuite/@time'],
        since: SINCE,
      }),
      xpath_type: choice('What it finds, for `xml`.', {
        default: 'node',
        values: {
          node: 'A node.',
          nodeset: 'Nodes.',
          boolean: 'True or false: 1 or 0.',
          string: 'A text.',
          number: 'A number.',
        },
        examples: ['nodeset'],
        since: SINCE,
      }),
    },
    examples: [{ file: 'build/time.properties', label: 'All tests' }],
  },
};

function criticality() {
  return choice('What a build becomes that does not keep it.', {
    default: 'UNSTABLE',
    values: {
      NOTE: 'Nothing, but the report says so.',
      UNSTABLE: 'Unstable.',
      ERROR: 'The step of a pipeline is unstable.',
      FAILURE: 'Failed.',
    },
    examples: ['FAILURE'],
    since: SINCE,
  });
}

function filtered(which: string, field: string) {
  return choice(`${which} property matches the pattern.`, {
    without: field === 'include' ? '`exclude`' : '`include`',
    values: {
      file: 'The name of the file.',
      package: 'The package or namespace.',
      module: 'The module.',
      category: 'The category.',
      type: 'The type.',
      message: 'The message.',
    },
    examples: ['file'],
    since: SINCE,
  });
}
