import { describe, expect, it } from 'vitest';
import { dockerfileInstructions, dockerfileNames } from '../../../compiler/util/dockerfile-instructions.ts';

describe('the names of a Dockerfile', () => {
  it('are its stages and arguments', () => {
    const text = `# syntax=docker/dockerfile:1
ARG VERSION=22
FROM --platform=$BUILDPLATFORM node:$VERSION AS build
ARG NODE_ENV=production TARGETARCH
RUN --mount=type=cache,target=/var/cache/npm \\
    # a comment in between
    npm ci \\

    && npm test
FROM scratch
from build as Runtime
`;
    expect(dockerfileNames(text)).toEqual({
      stages: ['build', undefined, 'Runtime'],
      args: ['VERSION', 'NODE_ENV', 'TARGETARCH'],
    });
  });

  it('are not what stands in here-documents', () => {
    const text = `FROM debian:13 AS base
RUN <<EOF
ARG NOT_ONE
FROM nowhere AS nothing
EOF
COPY <<-"A" <<B /etc/
ARG x
\tA
ARG y
B
ARG REAL
`;
    expect(dockerfileNames(text)).toEqual({ stages: ['base'], args: ['REAL'] });
  });

  it('are not known where another syntax may mean something else', () => {
    expect(dockerfileNames('# syntax=example.com/frontend:1\nFROM x\n')).toBeUndefined();
    expect(dockerfileNames('#syntax = docker/dockerfile-upstream:master\nFROM x\n')).toBeDefined();
    expect(dockerfileNames('FROM x\n# syntax=example.com/frontend:1\n')).toBeDefined();
  });

  it('are joined by another character where a directive says so', () => {
    expect(dockerfileInstructions('# escape=`\nRUN dir `\n  c:\\\nRUN two\n')).toEqual([
      { name: 'RUN', value: 'dir    c:\\' },
      { name: 'RUN', value: 'two' },
    ]);
  });
});
