import { expect, test } from 'vitest';
import { imageReference, isRegistry, lowerCaseAdvice } from '../../../compiler/util/image-reference.ts';

test.each([
  ['exampleorg/app:1.0', true],
  ['ExampleOrg/app:1.0', false],
  ['ExampleOrg/team/app', false],
  ['exampleorg/App', false],
  ['Registry.example.com/app', true],
  ['HOST:5000/app', true],
  ['localhost/app', true],
  ['[2001:DB8::1]:5000/app', true],
  ['app:V1', true],
])('%s is an image: %s', (text, isImage) => {
  expect(imageReference(text) !== undefined).toBe(isImage);
});

test.each([
  ['ExampleOrg', false],
  ['exampleorg', true],
  ['Registry.example.com/team', true],
  ['HOST:5000', true],
])('%s is a registry: %s', (text, isOne) => {
  expect(isRegistry(text)).toBe(isOne);
});

test('the advice names the lower-case form only where that is an image', () => {
  expect(lowerCaseAdvice('ExampleOrg/App:V1')).toContain('`exampleorg/app:V1`');
  expect(lowerCaseAdvice('Example Org/app')).toBe('');
  expect(lowerCaseAdvice('app:V1')).toBe('');
});
