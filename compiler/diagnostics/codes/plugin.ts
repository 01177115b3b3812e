import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the set of plugins that the controller gets. */
export const pluginCodes = defineCodes(() => ({
  'plugin/unknown-line': {
    severity: 'error',
    message: (p: { line: string }) => `there is no plugin catalogue for the LTS line \`${p.line}\``,
    why: 'Which plugin versions fit is only known for the lines of the catalogue.',
  },
  'plugin/unknown': {
    severity: 'error',
    message: (p: { id: string }) => `no plugin is called \`${p.id}\``,
    why: 'The image would fail to build, since the update centre has no such plugin.',
  },
  'plugin/conflicting-pins': {
    severity: 'error',
    message: (p: { id: string; versions: string }) => `plugin \`${p.id}\` is pinned to ${p.versions}`,
    why: 'A plugin can only be installed in one version.',
  },
  'plugin/pins-differ': {
    severity: 'error',
    message: (p: { id: string; versions: string }) =>
      `plugin \`${p.id}\` is pinned to ${p.versions}, which share a controller`,
    why: 'A controller has one version of each plugin, for all projects that it serves.',
  },
  'plugin/unused-pin': {
    severity: 'warning',
    message: (p: { id: string; version: string }) =>
      `nothing needs the plugin \`${p.id}\`, which is pinned to ${p.version}`,
    why: 'A pin that does nothing hides what is really installed.',
  },
  'plugin/unlisted-version': {
    severity: 'warning',
    message: (p: { id: string; version: string }) =>
      `the catalogue does not have version ${p.version} of plugin \`${p.id}\``,
    why: 'Without the catalogue its checksum and its dependencies are not known.',
  },
  'plugin/below-minimum': {
    severity: 'error',
    message: (p: { id: string; version: string; minimum: string; by: string }) =>
      /^\d/.test(p.version)
        ? `plugin \`${p.id}\` ${p.version} is too old: ${p.by} needs ${p.minimum}`
        : `\`${p.version}\` is no version of plugin \`${p.id}\`: ${p.by} needs ${p.minimum}`,
    why: 'Jenkins refuses to load a plugin whose dependency is older than it asks for.',
  },
  'plugin/below-bundled': {
    severity: 'warning',
    message: (p: { id: string; version: string; bundled: string }) =>
      `plugin \`${p.id}\` ${p.version} is older than the ${p.bundled} inside Jenkins`,
    why: 'Jenkins replaces it by its own copy when the core is upgraded, so the pin does not hold.',
  },
  'plugin/core-too-old': {
    severity: 'error',
    message: (p: { core: string; required: string; plugins: string }) =>
      `Jenkins ${p.core} is too old: ${p.plugins} needs ${p.required}`,
    why: 'Jenkins refuses to load a plugin that needs a newer core.',
  },
  'plugin/core-warning': {
    severity: 'warning',
    message: (p: { core: string; advisories: string }) =>
      `Jenkins ${p.core} has known weaknesses: ${p.advisories}`,
    why: 'Whoever reaches the controller may make use of them.',
  },
  'plugin/security-warning': {
    severity: 'warning',
    message: (p: { id: string; version: string; advisories: string }) =>
      `plugin \`${p.id}\` ${p.version} has known weaknesses: ${p.advisories}`,
    why: 'Whoever reaches the controller may make use of them.',
  },
  'plugin/cycle': {
    severity: 'error',
    message: (p: { ids: string }) => `plugins depend on each other in a circle: ${p.ids}`,
    why: 'Jenkins disables all plugins of such a circle.',
  },
}));
