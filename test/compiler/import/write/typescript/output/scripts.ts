export function nodeDocker(deploy: string): string {
  return `node('docker') {
  checkout scm
  stage('Deploy') {
    sh './deploy ${deploy}'
  }
}
`;
}

export function dockerRun(words: readonly string[], example: string): string {
  return `#!/bin/bash
set -euo pipefail
${words.map((each) => `if [ ! -d "$PWD/${each}" ]; then
  echo "the folder ${each} is missing" >&2
  exit 1
fi
`).join('')}exec docker run --rm --init \\
  --label "job=$JOB_NAME" \\
  --volume "$PWD:/work" \\
  registry.bakery.example/${example}
`;
}
