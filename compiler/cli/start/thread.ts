import { openCode } from './open-code.ts';

/* A thread of the built command. The boundary: what it opens is `code.ts`. */
const { runThread } = openCode(import.meta.url, require) as { readonly runThread?: () => Promise<unknown> };
void runThread?.();
