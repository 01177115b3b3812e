import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseXmlFragment } from '../../../compiler/print/parse-xml-fragment.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { configXml } from '../../../emitters/config-xml/index.ts';
import { jobDsl } from '../../../emitters/job-dsl/index.ts';
import { cases } from '../../jenkins/items/cases.ts';
import { emitItems } from '../emit.ts';
import { goldenFiles, goldenPath } from '../golden-files.ts';

/*
 * golden/ holds what the Job DSL engine printed for the scripts of our job-dsl emitter (see golden/README.md): so
 * config.xml equals what Jenkins gets from the scripts, element by element.
 */

describe.each(Object.entries(cases))('the configuration of %s', (name, items) => {
  const golden = new Map(goldenFiles(new URL(`golden/${name}/`, import.meta.url)));
  const hashes = golden.get('scripts.sha256') ?? '';
  golden.delete('scripts.sha256');
  golden.delete('requires.tsv');
  const configurations = [...emitItems(configXml, items)];

  it('has an element, attribute and text for each of the engine, in its order', () => {
    const ours = configurations.map(([path, { text }]) => [enginePath(path), read(text)]);
    const engine = [...golden].map(([path, text]) => [path, read(text)]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(engine));
  });

  it('was compared with what the engine makes of the present scripts', () => {
    const scripts = [...emitItems(jobDsl, items)].map(
      ([path, { text }]) => `${createHash('sha256').update(text).digest('hex')}  ${goldenPath(path)}\n`,
    );
    expect(scripts.join(''), 'run the engine on the new scripts and keep what it prints').toBe(hashes);
  });
});

/** Returns the tree of a document; what the engine prints has no declaration. */
function read(text: string): readonly XmlElement[] {
  const parsed = parseXmlFragment(text.replace(/^<\?xml[^>]*\?>\n/, ''));
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return parsed.elements;
}

/** The engine's file for a path of ours. */
function enginePath(path: string): string {
  const job = /^jenkins\/jobs\/(.*)\/config\.xml$/.exec(path)?.[1];
  const parts =
    job === undefined
      ? path
          .replace('jenkins/views/', '')
          .replace(/\.xml$/, '')
          .split('/')
      : job.split('/jobs/');
  return `${job === undefined ? 'views' : 'items'}/${parts.map(encoded).join('/')}.xml`;
}

/** Names of jobs are no names of files everywhere. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
