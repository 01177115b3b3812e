import { expect, it } from 'vitest';
import { controllerOf } from './lowered.ts';

it.each([
  ['node:20', true],
  ['docker.io/library/python:3.12-slim', true],
  ['debian', true],
  ['jenkins/agent:latest', true],
  ['jenkins/inbound-agent:alpine', false],
  ['registry.example.com/node:20', false],
  ['me/python', false],
  ['my-agent:1', false],
])('whether %s never connects: %s', (image, never) => {
  const { messages } = controllerOf(`  agents: [{name: own, image: "${image}"}]`);
  expect(messages.some((message) => message.includes('never connects'))).toBe(never);
});

it('an agent with a `yaml` may connect', () => {
  const { messages } = controllerOf('  agents: [{name: own, image: node, yaml: "spec: {hostname: x}"}]');
  expect(messages.filter((message) => message.includes('never connects'))).toEqual([]);
});
