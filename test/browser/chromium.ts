/** The browser of the tests: Debian's Chromium unless the environment names another one. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** How it is started: it talks to nobody by itself. */
export const chromiumArgs: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
