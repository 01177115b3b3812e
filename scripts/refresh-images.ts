import { writeFileSync } from 'node:fs';
import { compile } from '../compiler/compile.ts';
import { defaultImages } from './images/default-images.ts';
import { imageDigest } from './images/image-digest.ts';

/*
 * Asks the registries for the digests of the images that the compiler chooses, and writes the list of them again. Read
 * the diff: a tag that means another image than before is a change of what runs.
 */

const path = new URL('../compiler/lower/controller/data/image-digests.json', import.meta.url);
const { ir } = compile([
  { name: 'jenkins.bitesize', text: 'project: images\njenkins: {apt: {enabled: true}}\n' },
]);
if (ir === undefined) throw new Error('the smallest project does not compile');
const digests: Record<string, string> = {};
for (const image of defaultImages(ir)) digests[image] = await imageDigest(image);
const date = new Date().toISOString().slice(0, 10);
const source = 'npm run images: the registries themselves, by the Registry HTTP API v2';
writeFileSync(path, `${JSON.stringify({ date, source, digests }, null, 2)}\n`);
console.log(`${Object.keys(digests).length} images`);
