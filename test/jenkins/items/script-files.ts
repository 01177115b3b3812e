import { FileText } from '../../../compiler/text/file-text.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import type { Item } from '../../../jenkins/all-items.ts';
import { here, node } from './node.ts';

/** Returns a script with a file of its own, whose path is below the folder of the scripts. */
export function scriptIn(path: string, text: string): FileText {
  return new FileText(text, [], {
    path: sourced(`jenkins/pipelines/${path}`, here),
    inWorkspace: sourced(`out/jenkins/pipelines/${path}`, here),
  });
}

/** Pipelines whose scripts the Job DSL reads from files: names and texts that a literal would have to escape. */
export const scriptFiles: readonly Item[] = [
  node({ kind: 'folder', family: 'folders', name: "it's a folder" }),
  node({
    kind: 'pipeline',
    family: 'deploy_jobs',
    name: "it's a folder/size {1}",
    definition: node({
      kind: 'cps',
      script: scriptIn(
        "it's a folder/size {1}.groovy",
        "echo('''$it \\${x} \"q\" ''')\n// é 😀 \\u0041 <&>\n\n",
      ),
      sandbox: true,
    }),
  }),
  node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'web-pull-requests',
    sources: [node({ kind: 'git', id: 'a', remote: 'https://git.example.com/web.git' })],
    inline: node({
      script: scriptIn('web-pull-requests.groovy', "echo('$it')\n"),
      sandbox: true,
      marker: 'package.json',
    }),
  }),
];
