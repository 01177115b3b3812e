import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the container images of the applications. */
export const imageCodes = defineCodes(() => ({
  'image/name': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` cannot be the name of an image`,
    why: 'Registries take lower-case letters, digits, `.`, `_`, `-` and `/` only; the push fails after the whole build.',
  },
  'image/runtime': {
    severity: 'error',
    message: (p: { runtime: string }) => `\`${p.runtime}\` is not an image reference`,
    why: 'It becomes the FROM line of the Dockerfile.',
  },
  'image/no-base': {
    severity: 'error',
    message: (p: { application: string }) =>
      `application \`${p.application}\` has neither \`runtime\` nor \`build\``,
    why: 'An image is made on a base image, or by a Dockerfile of a repository.',
  },
  'image/beside': {
    severity: 'error',
    message: (p: { field: string; other: string }) => `\`${p.field}\` means nothing beside \`${p.other}\``,
    why: 'Two fields would decide the same, and only one of them can.',
  },
  'image/init-version': {
    severity: 'error',
    message: (p: { container: string }) =>
      `init container \`${p.container}\` has no version, and the service runs a public image`,
    why: 'An init container without a version has that of its service, which is none of the project here.',
  },
  'image/context': {
    severity: 'error',
    message: (p: { field: string; path: string; problem: string }) =>
      `\`${p.path}\` in \`${p.field}\` ${p.problem}`,
    why: 'An image is built of one checkout: what lies outside of it is different on every machine, or not there.',
  },
  'image/build-argument': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` cannot be the name of a build argument`,
    why: 'A Dockerfile takes arguments by the names of variables.',
  },
  'image/target': {
    severity: 'error',
    message: (p: { target: string }) => `\`${p.target}\` cannot be the name of a stage`,
    why: 'Stages are called by letters, digits, `.`, `_` and `-`, or by their number.',
  },
  'image/file-path': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `\`${p.path}\` ${p.problem}`,
    why: 'Files are copied to one place of the image, or of the folder that it is built of.',
  },
  'image/no-artifacts': {
    severity: 'error',
    message: (p: { component: string }) => `component \`${p.component}\` keeps no artifacts`,
    why: 'The image job takes the files from what the build of the component keeps, so it would fail.',
  },
  'image/no-dockerfile': {
    severity: 'error',
    message: (p: { path: string; ref: string }) => `there is no \`${p.path}\` at \`${p.ref}\``,
    why: 'The image job would check out the repository and find nothing to build by.',
  },
  'image/unknown-stage': {
    severity: 'error',
    message: (p: { target: string; dockerfile: string }) =>
      `\`${p.dockerfile}\` has no stage \`${p.target}\``,
    why: 'The build would end with an error before its first step.',
  },
  'image/unused-argument': {
    severity: 'warning',
    message: (p: { name: string; dockerfile: string }) =>
      `\`${p.dockerfile}\` has no \`ARG ${p.name}\`, so the argument changes nothing`,
    why: 'A build takes the arguments that the Dockerfile declares, and warns about others at most.',
  },
  'image/registry': {
    severity: 'error',
    message: (p: { field: string; registry: string }) =>
      `\`${p.registry}\` in \`${p.field}\` cannot be the beginning of the name of an image`,
    why: 'Names of images begin with it, in FROM lines too, where other text would be an instruction of its own.',
  },
  'image/reference': {
    severity: 'error',
    message: (p: { image: string }) => `\`${p.image}\` is not an image reference`,
    why: 'Kubernetes would never start a container of it.',
  },
  'image/no-tag': {
    severity: 'error',
    message: (p: { image: string }) => `\`${p.image}\` does not say which version of the image`,
    why: 'Without a tag, or with `latest`, the same spec runs another image tomorrow, a pod that is started anew another one than its neighbour, and nobody sees what changed.',
  },
  'image/floating-runtime': {
    severity: 'warning',
    message: (p: { runtime: string }) => `\`${p.runtime}\` does not say which version of the base image`,
    why: 'The same spec gives another image tomorrow, and nobody sees what changed.',
    perFile: 'message',
  },
  'image/no-version': {
    severity: 'error',
    message: (p: { application: string }) => `application \`${p.application}\` has no version`,
    why: 'The version is the tag of the image; the plugin pushed such images as `null`.',
  },
  'image/version': {
    severity: 'error',
    message: (p: { version: string }) => `version \`${p.version}\` cannot be the tag of an image`,
    why: 'The version becomes the tag, and with the build number behind it also a label of Kubernetes.',
  },
  'image/package': {
    severity: 'error',
    message: (p: { name: string; type: string }) => `\`${p.name}\` cannot be the name of a ${p.type}`,
    why: 'The installer would take it for something else, such as an option.',
  },
  'image/package-version': {
    severity: 'error',
    message: (p: { version: string; type: string }) =>
      `\`${p.version}\` cannot be the version of a ${p.type}`,
    why: 'The installer would refuse it, after the whole build.',
  },
  'image/background-command': {
    severity: 'warning',
    message: (_: Record<string, never>) => 'the command ends with `&`, so the container ends at once',
    why: 'The shell leaves the program to itself and ends, and the container with it.',
  },
  'image/unexpanded-pattern': {
    severity: 'warning',
    message: (p: { word: string }) => `no shell replaces \`${p.word}\` by names of files`,
    why: 'The program is given the pattern as it is, and most programs look for a file of that name.',
  },
  'image/odd-blank': {
    severity: 'error',
    message: (p: { character: string }) =>
      `the command has the character ${p.character}, which only looks like a space`,
    why: 'A shell takes it for a part of the word, so the program would not be found or get another argument.',
  },
  'image/unclosed-quote': {
    severity: 'error',
    message: (p: { quote: string }) => `the command has a ${p.quote} that is never closed`,
    why: 'It is not clear where a word of the command ends.',
  },
}));
