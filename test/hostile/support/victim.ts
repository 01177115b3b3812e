import { file, files, type Tree } from './tree.ts';

/** Stands in every text of somebody else, and in nothing that a change brings: output that holds it was read from there. */
export const MARKER = 'somebody-elses';

/** Letters that make a spec of a marker: one project, with a mistake that `--fix` can mend and that is shown with its line. */
const spec = `project: ${MARKER}
components:
  - name: ${MARKER}-component
    repository:
      git: git@example.com:${MARKER}/web.git
    bulid:
      - shell: echo ${MARKER}
    build:
      - shell: echo ${MARKER}
`;

/**
 * What lies beside a checkout on a runner and is nobody's business: files that a link can lead to, in the forms that the tool
 * reads, writes and removes (specs, scripts, its own state).
 */
export const victim: Tree = {
  ...files({
    'secret.txt': `${MARKER} text\n`,
    'build.bitesize': spec,
    'new/build.bitesize': spec.replace('    bulid:\n      - shell: echo somebody-elses\n', ''),
    'sub/old.txt': `${MARKER} old\n`,
    'sub/deep/script.groovy': `println '${MARKER}'\n`,
    'manifest.json': `{"version":1,"tool":"${MARKER}"}\n`,
    'baseline.json': `{"version":1,"findings":[],"note":"${MARKER}"}\n`,
    'run.sh': `#!/bin/sh\necho ${MARKER}\n`,
    // Names that only the tool gives, so that it would take them for its own.
    [`results/${'a'.repeat(64)}`]: `${MARKER} result\n`,
    [`results/${'b'.repeat(64)}.output`]: `${MARKER} output\n`,
    'fleet.json': `{"note":"${MARKER}"}\n`,
  }),
  '.bitesize/journal.json': file(`{"note":"${MARKER}"}\n`),
};
