import { choice, integer, list, part, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';
import { integerOr, needed, neededTexts, off, on, textOr } from './usual-fields.ts';

/** Publishers that keep files of the workspace with the build, or read test results from them. */
export const reports: Things = {
  archive: {
    description: 'Keeps files of the workspace with the build.',
    short: 'artifacts',
    fields: {
      artifacts: neededTexts('Ant patterns of the files.', ['target/*.jar', 'dist/**']),
      excludes: texts('Ant patterns of files that are not kept.', {
        without: 'none',
        examples: ['**/*.tmp'],
        since: SINCE,
      }),
      allow_empty: off('Whether a build without such files goes on; otherwise it fails.'),
      only_if_success: off('Whether only builds that succeed keep them.'),
      fingerprint: off('Whether fingerprints of them are recorded.'),
      default_excludes: on("Whether Ant's own excludes hold, such as `.git`."),
      case_sensitive: on('Whether the patterns tell upper and lower case apart.'),
      follow_symlinks: on('Whether symbolic links are followed.'),
    },
    examples: [{ artifacts: ['target/*.jar'], allow_empty: true }],
  },
  junit: {
    description: 'Publishes test results in the format of JUnit; failed tests make the build unstable.',
    short: 'results',
    fields: {
      results: neededTexts('Ant patterns of the reports.', '**/TEST-*.xml'),
      allow_empty_results: off('Whether a build without reports goes on; otherwise it fails.'),
      stdio_retention: choice('Whose output is kept as a whole.', {
        without: 'of none: long output is cut',
        values: { none: 'Of no test.', failed: 'Of tests that failed.', all: 'Of all tests.' },
        examples: ['failed'],
        since: SINCE,
      }),
      keep_properties: off('Whether the properties of test suites are kept.'),
      keep_test_names: off('Whether the names of tests stay as they are, without the stage of a pipeline.'),
      health_scale_factor: text('How much failed tests weigh in the health of the job; 0 for not at all.', {
        default: '1.0',
        pattern: patterns.decimalNumber,
        examples: ['2.0'],
        since: SINCE,
      }),
      skip_publishing_checks: off('Whether the forge of the repository is told nothing.'),
      checks_name: text('Name of the check at the forge.', {
        without: '`Tests`',
        examples: ['Unit tests'],
        since: SINCE,
      }),
      skip_marking_build_unstable: off('Whether failed tests leave the result of the build alone.'),
      skip_old_reports: off('Whether reports from before the build are ignored; otherwise they fail it.'),
      claim_build: off('Whether people can claim failed tests, by the plugin Claim.'),
      junit_attachments: off('Whether files beside the reports are kept, by the plugin JUnit Attachments.'),
      flaky_test_reports: off('Whether flaky tests are shown, by the plugin Flaky Test Handler.'),
    },
    examples: [{ results: ['**/TEST-*.xml'], allow_empty_results: true }],
  },
  xunit: {
    description: 'Publishes test results of many tools, with thresholds.',
    fields: {
      types: list('The tools, and where their reports are.', {
        of: 'XunitTool',
        required: true,
        minItems: 1,
        examples: [[{ type: 'ctest', pattern: 'build/Testing/**/Test.xml' }]],
        since: SINCE,
      }),
      thresholds: part('XunitThresholds', 'How many tests may fail or be skipped.', {
        default: {},
        examples: [{ failed: { unstable: 0, failure: 10 } }],
        since: SINCE,
      }),
      threshold_mode: choice('What the thresholds count.', {
        default: 'number',
        values: { number: 'Tests.', percent: 'Hundredths of all tests.' },
        examples: ['percent'],
        since: SINCE,
      }),
      test_time_margin: integerOr(3000, 'Milliseconds that a report may be older than the build.', 5000),
      sleep_time: integerOr(10, 'Milliseconds of waiting after each report.', 100),
      reduce_log: on('Whether it writes less to the log.'),
      follow_symlink: on('Whether symbolic links are followed.'),
      skip_publishing_checks: on('Whether the forge of the repository is told nothing.'),
      checks_name: text('Name of the check at the forge.', {
        without: '`Tests`',
        examples: ['Unit tests'],
        since: SINCE,
      }),
    },
    examples: [{ types: [{ type: 'ctest', pattern: 'build/Testing/**/Test.xml' }] }],
  },
  robot: {
    description: 'Publishes the results of Robot Framework.',
    short: 'output_path',
    fields: {
      output_path: needed('Folder of the workspace with the output of Robot Framework.', 'build/robot'),
      output_xml: textOr('output.xml', 'Name of its XML file.', 'results.xml'),
      report_html: textOr('report.html', 'Name of its report.', 'results.html'),
      log_html: textOr('log.html', 'Name of its log.', 'results-log.html'),
      pass_threshold: percent('Least percentage of passed tests of a build that succeeds.', '95.0'),
      unstable_threshold: percent('Least percentage of passed tests of a build that does not fail.', '80.0'),
      count_skipped_tests: off('Whether skipped tests count in the percentages.'),
      archive_output_xml: on('Whether the XML file is kept with the build.'),
      archive_dir: textOr('robot-plugin', 'Folder of the build that the files are kept in.', 'robot'),
      other_files: texts('Ant patterns of other files to keep.', {
        without: 'none',
        examples: ['**/*.png'],
        since: SINCE,
      }),
      overwrite_x_axis_label: textOr('', 'Label of the builds in the trend.', 'Build $BUILD_ID'),
      enable_cache: on('Whether Jenkins keeps results in memory.'),
      use_artifact_manager: off('Whether the files go where Jenkins keeps artifacts, such as S3.'),
    },
    examples: [{ output_path: 'build/robot', pass_threshold: '95.0' }],
  },
  tap: {
    description: 'Publishes results in the Test Anything Protocol.',
    short: 'results',
    fields: {
      results: needed('Ant pattern of the files.', 'tap/**/*.tap'),
      fail_if_no_results: off('Whether a build without such files fails.'),
      failed_tests_mark_build_as_failure: off(
        'Whether a build with failed tests fails; otherwise it is unstable.',
      ),
      output_tap_to_console: on('Whether the results are written to the log.'),
      enable_subtests: on('Whether indented results count as those of subtests.'),
      discard_old_reports: off('Whether files from before the build are left out.'),
      todo_is_failure: on('Whether a failed test that is marked with `TODO` counts as failed.'),
      include_comment_diagnostics: on('Whether comments are shown beside the results.'),
      validate_tests: off('Whether a build fails that ran another number of tests than it planned.'),
      plan_required: on('Whether a file must have a plan.'),
      verbose: on('Whether the log says what is read.'),
      show_only_failures: off('Whether only failed tests are shown.'),
      strip_single_parents: off('Whether a level with one subtest only is left out.'),
      flatten_tap_result: off('Whether subtests are shown as tests of one list.'),
      remove_yaml_if_corrupted: off(
        'Whether YAML that cannot be read is left out, instead of the whole file.',
      ),
      skip_if_build_not_ok: off('Whether nothing is published of a build that failed before.'),
    },
    examples: [{ results: 'tap/**/*.tap' }],
  },
  'html-publisher': {
    description: 'Shows folders of HTML beside the job or its builds.',
    short: 'reports',
    fields: {
      reports: list('The folders.', {
        of: 'HtmlPublisherReport',
        required: true,
        minItems: 1,
        examples: [[{ dir: 'build/docs', name: 'Documentation' }]],
        since: SINCE,
      }),
    },
    examples: [{ reports: [{ dir: 'build/docs', name: 'Documentation' }] }],
  },
};

/** What stands inside those publishers. */
export const reportParts: Definitions = {
  XunitTool: {
    description: 'The reports of one tool.',
    fields: {
      type: choice('The tool.', {
        required: true,
        values: xunitTools(),
        examples: ['ctest'],
        since: SINCE,
      }),
      pattern: textOr(
        '',
        'Ant pattern of the reports; empty for that of the tool.',
        'build/Testing/**/Test.xml',
      ),
      excludes: text('Ant pattern of reports that are left out.', {
        without: 'none',
        examples: ['**/old/**'],
        since: SINCE,
      }),
      skip_if_no_test_files: off('Whether a build without reports goes on.'),
      require_update: on('Whether reports from before the build fail it.'),
      delete_output: on('Whether what is made of the reports on the way is removed.'),
      stop_on_error: on('Whether a report that cannot be read fails the build.'),
      custom_xsl: text('Stylesheet in the workspace that makes reports of JUnit, for `custom`.', {
        without: 'none; required for `custom`',
        examples: ['ci/to-junit.xsl'],
        since: SINCE,
      }),
    },
    examples: [{ type: 'ctest', pattern: 'build/Testing/**/Test.xml', skip_if_no_test_files: true }],
  },
  XunitThresholds: {
    description: 'How many tests may fail or be skipped.',
    fields: {
      failed: part('XunitThreshold', 'Of failed tests.', {
        without: 'no threshold',
        examples: [{ unstable: 0, failure: 10 }],
        since: SINCE,
      }),
      skipped: part('XunitThreshold', 'Of skipped tests.', {
        without: 'no threshold',
        examples: [{ unstable: 20 }],
        since: SINCE,
      }),
    },
    examples: [{ failed: { unstable: 0, failure: 10 } }],
  },
  XunitThreshold: {
    description: 'A build with more such tests than this is unstable, or fails.',
    fields: {
      unstable: threshold('Of all such tests, for an unstable build.'),
      unstable_new: threshold('Of those that the build before had not, for an unstable build.'),
      failure: threshold('Of all such tests, for a failed build.'),
      failure_new: threshold('Of those that the build before had not, for a failed build.'),
    },
    examples: [{ unstable: 0, failure: 10 }],
  },
  HtmlPublisherReport: {
    description: 'One folder of HTML.',
    fields: {
      dir: needed('Folder of the workspace.', 'build/docs'),
      name: textOr('HTML Report', 'What the link to it is called.', 'Documentation'),
      files: textOr(
        'index.html',
        'Pages with a tab of their own, with commas between them.',
        'index.html,api.html',
      ),
      titles: textOr('', 'Titles of the tabs, with commas between them.', 'Guide,API'),
      includes: textOr('**/*', 'Ant pattern of what is kept of the folder.', '**/*.html'),
      keep_all: off('Whether each build keeps its own; otherwise only the last one is there.'),
      allow_missing: off('Whether a build without the folder goes on; otherwise it fails.'),
      link_to_last_build: off('Whether the job links to that of the last build, failed ones too.'),
      icon: text('Icon of the link.', {
        without: 'that of the plugin',
        examples: ['symbol-book'],
        since: SINCE,
      }),
      escape_underscores: on('Whether `_` in the name is escaped in the URL.'),
    },
    examples: [{ dir: 'build/docs', name: 'Documentation', keep_all: true }],
  },
};

function percent(description: string, example: string) {
  return text(description, {
    default: '0.0',
    pattern: patterns.decimalNumber,
    examples: [example],
    since: SINCE,
  });
}

function threshold(description: string) {
  return integer(description, { without: 'no threshold', examples: [10], since: SINCE });
}

function xunitTools() {
  return {
    aunit: 'AUnit, for Ada.',
    boosttest: 'Boost.Test.',
    check: 'Check, for C.',
    cpptest: 'CppTest.',
    cppunit: 'CppUnit.',
    ctest: 'CTest.',
    cunit: 'CUnit.',
    custom: 'Another one, by a stylesheet.',
    dotnettest: 'xUnit.net.',
    embunit: 'Embedded Unit.',
    fpcunit: 'FPCUnit, for Pascal.',
    gtest: 'GoogleTest.',
    gtester: 'gtester of GLib.',
    junit: 'JUnit.',
    mbunit: 'MbUnit.',
    mstest: 'MSTest.',
    nunit: 'NUnit 2.',
    nunit3: 'NUnit 3.',
    phpunit: 'PHPUnit.',
    qtest: 'Qt Test.',
    unittest: 'UnitTest++.',
    valgrind: 'Valgrind.',
  };
}
