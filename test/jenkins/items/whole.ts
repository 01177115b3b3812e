import type { Item } from '../../../jenkins/all-items.ts';
import { element, leaf, typed } from '../../../jenkins/shared/xml.ts';
import { node } from './node.ts';

/** Jobs that are given whole as XML: nothing of Job DSL's templates is left. */
export const whole: readonly Item[] = [
  node({
    kind: 'xml',
    family: 'folders',
    name: 'old',
    root: element('com.cloudbees.hudson.plugins.folder.Folder', [leaf('description', "it's old")]),
  }),
  node({
    kind: 'xml',
    family: 'jobs',
    name: 'old/matrix',
    root: {
      name: 'matrix-project',
      attributes: { plugin: "matrix-project@'1'" },
      content: [
        element('axes', [
          element('hudson.matrix.TextAxis', [
            leaf('name', 'OS'),
            element('values', [leaf('string', 'a'), leaf('string', ' $b\n<c> ')]),
          ]),
        ]),
        typed('scm', 'hudson.scm.NullSCM'),
        element('builders'),
      ],
    },
  }),
  node({ kind: 'xml', family: 'jobs', name: 'nothing', root: element('flow-definition') }),
];
