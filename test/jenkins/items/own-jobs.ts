import { compileFully } from '../../../compiler/compile.ts';
import type { Item } from '../../../jenkins/all-items.ts';

/** Jobs of jobs.bitesize that mix what Job DSL has methods for with what it has none for, in every place. */
const spec = `project: shop
external: { credentials: [login], labels: [linux] }
jobs:
  - name: phases
    kind: multijob
    scm: [svn: { url: "https://svn.example.com/shop/trunk" }]
    builders:
      - multijob: { name: Test, projects: [{ name: mixed }] }
      - shell: make report
  - name: mixed
    kind: freestyle
    display_name: Mixed
    label: linux
    scm:
      - git: { url: "https://git.example.com/shop.git", branches: [main] }
      - svn: { url: "https://svn.example.com/shop/trunk" }
    wrappers: [timestamps, mask-passwords, { timeout: 30 }]
    builders:
      - batch: nmake
      - shell: make
      - conditional-step: { condition: always, steps: [{ shell: make a }, { batch: nmake b }] }
      - python: print(1)
      - ant: test
    publishers:
      - fingerprint: "*.jar"
      - junit: "*.xml"
      - postbuildscript: { builders: [{ build_steps: [{ batch: nmake c }, { shell: make d }] }] }
      - archive: "*.jar"
  - name: cells
    kind: matrix
    axes: [{ user-defined: { name: A, values: [x, y] } }, { python: [System-CPython-3] }]
    child_workspace: cell
    scm: [svn: { url: "https://svn.example.com/shop/trunk" }]
  - name: delivery
    kind: pipeline
    scm: [svn: { url: "https://svn.example.com/shop/trunk" }]
  - name: views
    kind: nested-view
    views:
      - { name: all-jobs, kind: list-view, jobs: [mixed], columns: [desc, status, git-branch, name] }
`;

/** The items of the project; a spec that is refused is a mistake of the case. */
async function itemsOf(text: string): Promise<readonly Item[]> {
  const { ir, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text }]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (ir === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return ir.items.filter(({ family }) => family === 'jobs' || family === 'views');
}

export const ownJobs: readonly Item[] = await itemsOf(spec);
