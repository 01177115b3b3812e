import { plainText } from '../../compiler/text/traced-text.ts';
import { sha256 } from '../../compiler/util/sha256.ts';
import type { GitParameterParameter } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, optional } from '../shared/xml.ts';
import { parameterElement } from './spec-parameter.ts';

/** A branch, tag, revision or pull request, by the Git Parameter plugin. */
export const gitParameter: Thing<SpecNode<'git-parameter', GitParameterParameter>> = {
  kind: 'git-parameter',
  needs: elementsOf('git-parameter', 'builds choose a revision', '0.9.14'),
  xml: ({ spec }) =>
    parameterElement('net.uaznia.lukanus.hudson.plugins.gitparameter.GitParameterDefinition', spec, [
      leaf('uuid', uuidOf(plainText(spec.name))),
      leaf(
        'type',
        spec.type.map((type) => `PT_${constant(type)}`),
      ),
      leaf('branch', spec.branch ?? ''),
      leaf('tagFilter', spec.tag_filter),
      leaf('branchFilter', spec.branch_filter),
      leaf('sortMode', spec.sort.map(constant)),
      leaf('defaultValue', spec.default ?? ''),
      leaf('selectedValue', spec.selected.map(constant)),
      ...optional('useRepository', spec.repository),
      leaf('quickFilterEnabled', spec.quick_filter),
      leaf('listSize', spec.list_size),
      leaf('requiredParameter', spec.required),
    ]),
};

function constant(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

/**
 * Returns the number that the form tells the parameters of a job apart by. The plugin makes a random one; this one is
 * the same for the same name, so that a comparison with Jenkins shows changes only. The fields of its version are those
 * of RFC 9562 for a number of one's own making.
 */
function uuidOf(name: string): string {
  const digits = sha256(name);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
