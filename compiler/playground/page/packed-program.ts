/** Returns the address of a program that the page carries packed in the element with an id. */
export async function programUrl(id: string): Promise<string> {
  const packed = atob(document.getElementById(id)?.textContent ?? '');
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(unpacked).arrayBuffer();
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
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
