import { instance } from '@viz-js/viz';

/* Graphviz as a program of its own: a picture in its language comes in, SVG or undefined goes out. */

/** The function by which a page that may start no worker calls it. */
export type DrawPicture = (dot: string) => Promise<string | undefined>;

const draw: DrawPicture = async (dot) => {
  try {
    return (await instance()).renderString(dot, { format: 'svg' });
  } catch {
    return undefined;
  }
};

if (typeof document === 'undefined')
  addEventListener('message', async ({ data }: MessageEvent<string>) => postMessage(await draw(data)));
else Object.assign(globalThis, { bitesizeDraw: draw });
