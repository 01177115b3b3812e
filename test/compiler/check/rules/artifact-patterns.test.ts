import { describe, expect, it } from 'vitest';
import { diagnosticsOf, findingsOf, fixed } from '../findings.ts';

const build = (location: string) =>
  `project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: make\n    artifacts:\n      - location: ${location}\n`;

describe('the location of an artifact', () => {
  it.each([
    '"*.deb"',
    'out/**/*.deb',
    'a.deb, b.deb',
    './out/web.deb',
    '$WORKSPACE/*.deb',
    'my file.deb',
    '"*_$VERSION.deb"',
    'a..b/c.deb',
  ])('is a pattern of Ant: %s', (location) => expect(findingsOf({ build: build(location) })).toEqual([]));

  it.each([
    ['"/go/bin/app"', 'cp /go/bin/app .'],
    ['"../*.deb"', 'cp ../*.deb .'],
    ['"out/../../web.deb"', 'archive `web.deb`'],
    ['"~/web.deb"', 'archive `web.deb`'],
    ['"C:\\\\out\\\\web.deb"', 'archive'],
  ])('leads nowhere out of the workspace: %s', (location, help) => {
    const [found, ...others] = diagnosticsOf({ build: build(location) });
    expect([found?.code, others]).toEqual(['check/artifact-pattern', []]);
    expect(found?.help.join()).toContain(help);
  });

  it.each([
    ['"*.{deb,changes}"', '"*.deb,*.changes"'],
    ['"out/{a,b}.deb"', '"out/a.deb,out/b.deb"'],
    ['"*.deb *.changes"', '"*.deb,*.changes"'],
  ])('is repaired: %s', (location, repaired) => {
    expect(findingsOf({ build: build(location) })).toEqual([`check/artifact-pattern ${location}`]);
    expect(fixed('build', build(location))).toBe(build(repaired));
    expect(findingsOf({ build: build(repaired) })).toEqual([]);
  });
});
