import { describe, expect, test } from 'vitest';
import { controllerOf } from './lowered.ts';

describe('the address', () => {
  test.each([
    ['', 'http://jenkins.shop-jenkins.svc/', ''],
    ['  kubernetes: {name: ci, namespace: tools}', 'http://ci.tools.svc/', ''],
    ['  kubernetes: {ingress: {host: ci.example.com}}', 'https://ci.example.com/', ''],
    ['  kubernetes: {ingress: {host: ci.example.com, tls: false}}', 'http://ci.example.com/', ''],
    ['  url: https://ci.example.com', 'https://ci.example.com/', ''],
    ['  url: https://ci.example.com:8443/jenkins/', 'https://ci.example.com:8443/jenkins/', '/jenkins'],
  ])('of %s is %s', (settings, url, prefix) => {
    const { controller, codes } = controllerOf(settings);
    expect(codes).toEqual([]);
    expect(controller.url.value).toBe(url);
    expect(controller.pathPrefix.value).toBe(prefix);
  });

  test.each([
    'ci.example.com',
    'ftp://ci.example.com',
    'https://user@ci.example.com',
    'https://a b/',
    'https:///x',
  ])('%s is refused', (url) => {
    expect(controllerOf(`  url: "${url}"`).codes).toEqual(['controller/url']);
  });

  test('that the Ingress does not serve is reported with both places', () => {
    const { messages } = controllerOf(
      '  url: https://a.example.com/\n  kubernetes: {ingress: {host: b.example.com}}',
    );
    expect(messages).toEqual([
      '3: controller/url-not-served: Jenkins is told that its address is `https://a.example.com/`, but the Ingress serves `https://b.example.com/`',
    ]);
  });

  test('with a path is where the pod answers', () => {
    const { manifest } = controllerOf(
      '  url: https://ci.example.com/jenkins\n  kubernetes: {ingress: {host: ci.example.com}}',
    );
    expect(JSON.stringify(manifest('StatefulSet/jenkins'))).toContain('--prefix=/jenkins');
    expect(JSON.stringify(manifest('StatefulSet/jenkins')).match(/"path":"\/jenkins\/login"/g)).toHaveLength(
      3,
    );
    expect(JSON.stringify(manifest('Ingress/jenkins'))).toContain('"path":"/jenkins"');
  });
});

test.each([
  ['  version: 2.570.1', 'controller/version-line'],
  ['  image: "jenkins/jenkins:1\\nRUN evil"', 'controller/image'],
  ['  lts: "2.999"\n  version: 2.999.1', 'plugin/unknown-line'],
])('%s is refused', (settings, code) => {
  expect(controllerOf(settings).codes).toContain(code);
});
