export function nodeDocker(text: string): string {
  return `node('docker') {
  checkout scm
  stage('Deploy') {
    sh './deploy ${text}'
  }
}
`;
}

export function dockerRun(words: readonly string[], text: string): string {
  return `#!/bin/bash
set -euo pipefail
${words.map((each) => `if [ ! -d "$PWD/${each}" ]; then
  echo "the folder ${each} is missing" >&2
  exit 1
fi
`).join('')}exec docker run --rm --init \\
  --label "job=$JOB_NAME" \\
  --volume "$PWD:/work" \\
  registry.bakery.example/${text}
`;
}
