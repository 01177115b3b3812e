/**
 * The layers of CONTRIBUTING.md, as rules: each folder may import itself and what stands below it.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const layers = [
  ['util', 'compiler/util'],
  ['text', 'compiler/text'],
  ['diagnostics', 'compiler/diagnostics'],
  ['print', 'compiler/print'],
  ['source', 'compiler/source'],
  ['check', 'compiler/check'],
  ['link', 'compiler/link'],
  ['ir', 'compiler/(ir|plugins)'],
  ['emitters', 'emitters'],
  ['pipeline', 'compiler/(index|compile|diagnose-project|pipeline)[.]ts'],
  ['plan', 'compiler/(host|plan|report|docs)'],
  ['read', 'compiler/read'],
  ['fleet', 'compiler/fleet'],
  ['cli', 'compiler/cli'],
];

const pointsUpwards = layers.flatMap(([name, path], index) => {
  const above = layers.slice(index + 1).map(([, higher]) => higher);
  if (above.length === 0) return [];
  return [
    {
      name: `${name}-imports-only-what-is-below`,
      severity: 'error',
      from: { path: `^${path}` },
      // The types of an artifact are part of what a compilation is; types cost nothing at run time.
      to: { path: `^(${above.join('|')})`, dependencyTypesNot: ['type-only'] },
    },
  ];
});

module.exports = {
  forbidden: [
    ...pointsUpwards,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-core-is-pure',
      comment: 'compile() also runs in a browser: only the host, the plan and the command line may use Node.',
      severity: 'error',
      from: {
        path: '^(compiler|emitters|schema/generated)',
        pathNot: '^compiler/(host|plan|read|cli|fleet|docs|specs-as-code)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-code',
      severity: 'error',
      from: { path: '^(compiler|emitters|schema)' },
      to: { path: '^test' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'] },
  },
};
