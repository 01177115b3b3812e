import { describe, expect, it } from 'vitest';
import { lowerImages } from '../../../compiler/lower/images/lower-image.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { applicationDockerfile } from '../../../emitters/docker/index.ts';

describe('the Dockerfile of an application', () => {
  const text = `project: shop
applications:
  - name: web
    runtime: node:20
    version: 1.10
    command: node $SCRIPT
    dependencies:
      - {name: jq, type: debian-package, version: 1.7}
`;
  const { project } = analyse([{ name: 'application.bitesize', text }]);
  const [image] = lowerImages(project).value;
  if (image?.dockerfile === undefined) throw new Error('no image');
  const { path, content } = applicationDockerfile(image);

  it('lies in the folder of its application', () => {
    expect(path).toBe('images/web/Dockerfile');
  });

  it('reads from top to bottom', () => {
    expect(content.text).toBe(`FROM custom-registry/node:20
RUN export DEBIAN_FRONTEND=noninteractive \\
 && apt-get update -q \\
 && apt-get install -q -y --no-install-recommends \\
      'jq=1.7*' \\
 && rm -rf /var/lib/apt/lists/*
LABEL org.opencontainers.image.title="web" \\
      org.opencontainers.image.version="1.10" \\
      org.opencontainers.image.base.name="custom-registry/node:20"
# The command has $SCRIPT, so a shell runs it.
ENTRYPOINT ["/bin/sh","-c","node $SCRIPT"]
`);
  });

  it('knows where its lines come from', () => {
    const lines = content.text.split('\n');
    const specLine = (wanted: string) => {
      const at = lines.findIndex((line) => line.includes(wanted));
      const inner = content.marks.filter(({ first, last }) => first <= at && at <= last).at(-1);
      const origin = inner?.origin.kind === 'several' ? inner.origin.of[0] : inner?.origin;
      if (origin?.kind !== 'spec') return undefined;
      return text.slice(0, origin.span.start).split('\n').length;
    };
    expect(specLine('FROM')).toBe(4);
    expect(specLine("'jq=1.7*'")).toBe(8);
    expect(specLine('image.version')).toBe(5);
    expect(specLine('ENTRYPOINT')).toBe(6);
  });
});
