import { goProgramTool } from './go-program.ts';

/** BuildKit's parser of Dockerfiles and containerd's pusher, in the versions of the go.mod of `dockerfile/go`. */
export const buildkitParserTool = goProgramTool({
  name: "BuildKit's parser of Dockerfiles",
  purpose: 'reads Dockerfiles as BuildKit does, and pushes as containerd does',
  folder: 'dockerfile/go',
  program: 'buildkit-parser',
  go: '1.26.3',
});
