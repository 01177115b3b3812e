import { strToU8, zipSync } from 'fflate';
import type { PlayFile } from '../protocol.ts';
import { linkOf, type SharedState } from '../shared-state.ts';
import { make } from './elements.ts';

/** How long a downloaded file is kept for the browser: milliseconds. */
const KEPT = 60_000;

/** Puts a link that holds the texts into the address bar and copies it; returns what the reader is told of it. */
export async function share(state: SharedState): Promise<string> {
  const link = linkOf(state);
  if (link === undefined) return 'This is too long for a link; download it instead.';
  history.replaceState(null, '', `#${link}`);
  const warning = 'It holds the texts: whoever has it can read them.';
  try {
    await navigator.clipboard.writeText(location.href);
    return `The link is copied. ${warning}`;
  } catch {
    return `The link is in the address bar. ${warning}`;
  }
}

/** Downloads specs and output as one zip, whose bytes depend on nothing else. */
export function download(
  name: string,
  specs: readonly PlayFile[],
  artifacts: readonly { readonly path: string; readonly text: string }[],
): void {
  const files = [
    ...specs.map((spec) => [spec.name, strToU8(spec.text)] as const),
    ...artifacts.map(({ path, text }) => [`output/${path}`, strToU8(text)] as const),
  ];
  const zip = zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
  const url = URL.createObjectURL(new Blob([zip as BlobPart], { type: 'application/zip' }));
  make('a', { href: url, download: `${name}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
