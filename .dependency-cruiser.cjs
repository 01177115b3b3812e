const layers = require('./scripts/layers.json');

/**
 * The layers of CONTRIBUTING.md, as rules: each folder may import itself and what stands above it in the table, of types
 * and of values alike.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const patternOf = ({ folder }) =>
  folder.endsWith('/*.ts') ? `${folder.slice(0, -4)}[^/]+[.]ts$` : `${folder}/`;

const pointsUpwards = layers.slice(0, -1).map((layer, index) => ({
  name: `${layer.folder}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^${patternOf(layer)}` },
  to: {
    path: `^(${layers
      .slice(index + 1)
      .map(patternOf)
      .join('|')})`,
  },
}));

module.exports = {
  forbidden: [
    ...pointsUpwards,
    {
      name: 'every-folder-has-a-layer',
      severity: 'error',
      from: {
        path: '^(compiler|emitters|jenkins|schema)/',
        pathNot: `^(${layers.map(patternOf).join('|')})`,
      },
      to: {},
    },
    {
      name: 'emitters-see-the-model-alone',
      comment: 'What a name, a label or a value is, lowering decides; emitters print it.',
      severity: 'error',
      from: { path: '^emitters/' },
      to: { path: '^compiler/lower/' },
    },
    {
      name: 'emitters-do-not-import-each-other',
      comment: 'Files that follow from the files of others are made in a second step (`afterFiles`).',
      severity: 'error',
      from: { path: '^emitters/([^/]+)/' },
      to: { path: '^emitters/[^/]+/', pathNot: '^emitters/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^(test|scripts)/' },
      to: { circular: true },
    },
    {
      name: 'the-core-is-pure',
      comment: 'compile() also runs in a browser: only the host, the plan and the command line may use Node.',
      severity: 'error',
      from: {
        path: '^(compiler|emitters|jenkins|schema/generated)',
        pathNot: '^compiler/(host|plan|read|cli|run|docs|specs-as-code)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-code',
      severity: 'error',
      from: { path: '^(compiler|emitters|jenkins|schema)' },
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
