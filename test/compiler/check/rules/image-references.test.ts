import { describe, expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';
import { findingsOf, sourcesOf } from '../findings.ts';

const settings = (text: string) => ({ jenkins: `project: shop\njenkins: ${text}\n` });

describe('registries', () => {
  it.each(['push', 'pull', 'base'])('of `%s` are hosts with a port and a path', (field) => {
    for (const good of [
      'registry',
      'r.example.com:5000/a/b/',
      'team/base',
      '[::1]:5000/x',
      'R.example.com',
    ]) {
      expect(findingsOf(settings(`{registry: {${field}: "${good}"}}`))).toEqual([]);
    }
    for (const bad of ['a\\nRUN touch marker\\nFROM b', 'https://r.example.com', 'a b', '-x', '$(id)']) {
      expect(findingsOf(settings(`{registry: {${field}: "${bad}"}}`))).toEqual([`image/registry "${bad}"`]);
    }
  });

  it('may be empty', () => {
    expect(findingsOf(settings('{registry: {base: ""}}'))).toEqual([]);
  });

  it('that would split a Dockerfile give none', () => {
    const specs = {
      ...settings('{registry: {base: "a\\nRUN touch marker\\nFROM b"}}'),
      application: 'project: shop\napplications: [{name: web, runtime: "nginx:1.27", version: 1.0}]\n',
    };
    const { artifacts, diagnostics } = compile(sourcesOf(specs));
    expect(artifacts).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['image/registry']);
  });
});

describe('images', () => {
  it('are none when they could be an id', () => {
    const of = (runtime: string) => {
      const application = `project: shop\napplications: [{name: web, runtime: "${runtime}", version: 1.0}]\n`;
      return compile(sourcesOf({ application })).diagnostics.map(({ code }) => code);
    };
    expect(of('0123456789abcdef'.repeat(4))).toEqual(['image/runtime']);
    expect(of(`${'0123456789abcdef'.repeat(4)}:1`)).toEqual([]);
  });

  const places = [
    '{agents: [{name: a, image: "IMAGE"}]}',
    '{agents: [{name: a, containers: [{name: c, image: "IMAGE"}]}]}',
    '{apt: {image: "IMAGE"}}',
    '{kubernetes: {backup: {image: "IMAGE"}}}',
  ];

  it.each(places)('are references: %s', (place) => {
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    for (const good of ['agent', 'r.example.com:5000/a/b:1.0', `a:1@${digest}`, `a@${digest}`]) {
      expect(findingsOf(settings(place.replace('IMAGE', good)))).toEqual([]);
    }
    for (const bad of ['a\\nb', 'a b', 'Agent', 'a:1:2', 'a@sha256:12']) {
      expect(findingsOf(settings(place.replace('IMAGE', bad)))).toEqual([`image/reference "${bad}"`]);
    }
  });
});
