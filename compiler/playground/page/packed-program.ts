import { gunzipSync } from 'fflate';

/** Returns the address of a program that the page carries packed in the element with an id. */
export function programUrl(id: string): string {
  const packed = document.getElementById(id)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed.trim()), (char) => char.charCodeAt(0));
  return URL.createObjectURL(new Blob([gunzipSync(bytes) as BlobPart], { type: 'text/javascript' }));
}

/** Loads a program into the page itself, where no worker can be started. */
export function loadHere(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('the compiler cannot be loaded')));
    document.head.append(script);
  });
}
