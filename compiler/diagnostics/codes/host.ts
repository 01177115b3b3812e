import { byteSize } from '../../util/byte-size.ts';
import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the files themselves, before any is read as YAML. */
export const hostCodes = defineCodes(() => ({
  'file/no-specs': {
    severity: 'error',
    message: (p: { folder: string }) => `no specs in \`${p.folder}\``,
    why: 'A project is described by its specs; without one there is nothing to compile.',
  },
  'file/misnamed-spec': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` is not read: no spec has this name`,
    why: 'All that a misnamed spec describes would leave the output without a word.',
  },
  'file/not-found': {
    severity: 'error',
    message: (p: { path: string }) => `\`${p.path}\` does not exist`,
    why: 'A folder that is named on the command line must exist, or a typing mistake would pass as success.',
  },
  'file/unreadable': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `cannot read \`${p.path}\`: ${p.reason}`,
    why: 'A spec that cannot be read would otherwise be missing from the output without a word.',
  },
  'file/outside': {
    severity: 'error',
    message: (p: { path: string; link: string; from: string }) =>
      p.path === p.link
        ? `\`${p.path}\` is a link that leads out of ${p.from}`
        : `\`${p.path}\` leads out of ${p.from} over the link \`${p.link}\``,
    why: 'A change that nobody has reviewed could bring any file of the machine into logs, reports and output.',
  },
  'file/too-large': {
    severity: 'error',
    message: (p: { bytes: number; limit: number }) =>
      `the file has ${p.bytes} bytes, more than the limit of ${byteSize(p.limit)}`,
    why: 'Specs are written by hand and small; a huge file is a mistake and would only slow every run.',
  },
  'file/not-utf8': {
    severity: 'error',
    message: (_: Record<string, never>) => 'the file is not valid UTF-8 from here on',
    why: 'Text in another encoding would reach Jenkins and Kubernetes garbled.',
  },
  'file/two-application-specs': {
    severity: 'error',
    message: (p: { first: string; second: string }) =>
      `\`${p.first}\` and \`${p.second}\` both define applications`,
    why: 'The two names mean the same spec; with both present it is not clear which one counts.',
  },
  'file/not-a-spec': {
    severity: 'error',
    message: (p: { path: string }) => `\`${p.path}\` is not a spec`,
    why: 'Only files with the names of specs are read; a file with another name would be left out without a word.',
  },
  'file/no-match': {
    severity: 'error',
    message: (p: { pattern: string }) => `no folder with specs matches \`${p.pattern}\``,
    why: 'A glob that matches nothing is most likely a typing mistake, and would pass as success.',
  },
}));
