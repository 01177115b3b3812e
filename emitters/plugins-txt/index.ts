import type { Emitter } from '../emitter.ts';
import { printLockFile } from './print-lock-file.ts';
import { printPluginsTxt } from './print-plugins-txt.ts';

/** What `jenkins-plugin-cli` installs, and what a reviewer or a mirror needs to know of each file. */
export const pluginsTxt: Emitter<'plugins'> = {
  name: 'plugins-txt',
  description: 'the plugins, each with its version, its reason and its checksum',
  needs: ['plugins'],
  emit: ({ plugins }) => [
    { path: 'jenkins/plugins.txt', content: printPluginsTxt(plugins), origin: plugins.core.origin },
    { path: 'jenkins/plugins.lock.json', content: printLockFile(plugins), origin: plugins.core.origin },
  ],
};
