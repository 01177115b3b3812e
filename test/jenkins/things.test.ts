import { expect, test } from 'vitest';
import { propertyElements } from '../../jenkins/properties/all-properties.ts';
import { childrenOf, element, leaf } from '../../jenkins/shared/xml.ts';
import { listView } from '../../jenkins/views/list-view.ts';
import { sshAgent } from '../../jenkins/wrappers/ssh-agent.ts';
import { node } from './items/node.ts';

/* Forms of config.xml that depend on how many there are of something, and that no spec reaches. */

test('one key of an ssh agent has a form of its own, two are a list', () => {
  const keysOf = (...credentials: string[]) => sshAgent.xml(node({ kind: 'ssh-agent', credentials })).content;
  expect(keysOf('a')).toEqual([leaf('user', 'a')]);
  expect(keysOf('a', 'b')).toEqual([element('credentialIds', [leaf('string', 'a'), leaf('string', 'b')])]);
  expect(keysOf()).toEqual([element('credentialIds')]);
});

test('a job without a parameter has no property of parameters', () => {
  expect(propertyElements([node({ kind: 'parameters', parameters: [] })])).toEqual([]);
  expect(propertyElements()).toEqual([]);
});

test('names of a view have the order of Java, which has one small letter for `İ`', () => {
  const view = listView.xml(
    node({ kind: 'list-view', family: 'views', name: 'v', jobs: ['j', 'İ)', 'h', 'web'], columns: [] }),
  );
  const [names] = childrenOf(view).filter(({ name }) => name === 'jobNames');
  const strings = (names === undefined ? [] : childrenOf(names)).filter(({ name }) => name === 'string');
  expect(strings.map(({ content }) => content)).toEqual(['h', 'İ)', 'j', 'web']);
});
