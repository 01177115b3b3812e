import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';
import { orderedRisks } from '../../../compiler/diff/ordered-risks.ts';
import { webShop } from '../lower/jobs/web-shop.ts';

type Edit = readonly [file: keyof typeof webShop, from: string, to: string];

function irOf(edits: readonly Edit[]) {
  const sources = Object.entries(webShop).map(([kind, text]) => ({
    name: `${kind}.bitesize`,
    text: edits
      .filter(([file]) => file === kind)
      .reduce((now, [, from, to]) => {
        expect(now).toContain(from);
        return now.replace(from, to);
      }, text as string),
  }));
  const { ir, diagnostics } = compile(sources, { emit: [] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ir;
}

function between(before: readonly Edit[], after: readonly Edit[]) {
  const changes = changesBetween(irOf(before), irOf(after));
  const risks = orderedRisks(changes).map(({ change, risk }) => `${risk.kind} ${change.name}: ${risk.text}`);
  return {
    changes,
    risks,
    text: JSON.stringify(changes.map(({ fields }) => fields.map(({ after }) => after))),
  };
}

describe('a change of an image', () => {
  it.each([
    ['target: runtime', 'target: debug', 'build.target'],
    ['NODE_ENV: production', 'NODE_ENV: test', 'build.args.NODE_ENV'],
    ['../docker/web.Dockerfile', 'Dockerfile', 'build.path'],
    ['context: services/web', 'context: services', 'build.context'],
  ])('%s to %s is one of the field %s', (from, to, field) => {
    const { changes } = between([], [['application', from, to]]);
    const image = changes.find(({ kind, name }) => kind === 'image' && name === 'web');
    expect(image?.fields.map(({ path }) => path)).toContain(field);
  });

  it('of a public image is told with its versions, and going back is a risk', () => {
    const { risks, text } = between([], [['environments', 'redis:7.4', 'redis:7.2']]);
    expect(text).toContain('redis:7.2');
    expect(risks.join('\n')).toMatch(/^downgrade test\/Deployment\/cache: from 7\.4 back to 7\.2/m);
  });

  it('from one pinned commit to another says nothing about which is older', () => {
    const pin = (version: string): Edit => [
      'environments',
      '{name: web, port: 8080, init',
      `{name: web, port: 8080, version: "${version}", init`,
    ];
    const { risks, text } = between([pin('9123456789ab')], [pin('0123456789ab')]);
    expect(text).toContain('0123456789ab');
    expect(risks.filter((risk) => risk.startsWith('downgrade'))).toEqual([]);
  });
});
