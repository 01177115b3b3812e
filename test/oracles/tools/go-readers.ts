import { goProgramTool } from './go-program.ts';

/** The readers of `readers/go`, with kubectl's, kustomize's and their relatives' in the versions of its go.mod. */
export const goReadersTool = goProgramTool({
  name: "Go's readers of YAML",
  purpose: 'read texts as kubectl and kustomize do',
  folder: 'readers/go',
  program: 'yaml-readers',
  go: '1.24',
});
