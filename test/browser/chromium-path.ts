/** The browser of the tests: Debian's Chromium unless the environment names another one. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
