import { type Detector, matched } from './detector.ts';

const ASSUMED = '1.24';

/** Programs of Go: go.mod, and the main package in its folder or below `cmd`. */
export const goDetector: Detector = {
  language: 'Go',
  agent: 'go',
  files: ['go.mod'],
  look: ({ folder }) => {
    const module = matched(folder, 'go.mod', /^module\s+"?([^\s"]+)/m);
    if (module === undefined) {
      folder.refuse('go.mod', 'it names no module');
      return undefined;
    }
    const version = matched(folder, 'go.mod', /^go\s+(\d+\.\d+)/m) ?? { value: ASSUMED };
    const name = module.value
      .replace(/\/v\d+$/, '')
      .split('/')
      .at(-1);
    const main = folder.files.has('main.go') || !folder.folders.has('cmd') ? '.' : './cmd/...';
    return {
      ...(name === undefined ? {} : { name }),
      build: [],
      test: [{ value: 'go test ./...', from: folder.at('go.mod') }],
      install:
        main === '.'
          ? ['CGO_ENABLED=0 go build -o "$target/app" .']
          : // The last one counts where there are several; the others are beside it.
            [
              'mkdir -p "$target/bin"',
              `CGO_ENABLED=0 go build -o "$target/bin/" ${main}`,
              'cp "$(find "$target/bin" -type f | sort | head -n 1)" "$target/app"',
            ],
      runtime: { value: 'debian:13-slim' },
      tools: `golang:${version.value}-bookworm`,
      start: { value: './app', from: folder.at('go.mod') },
      port: { value: 8080 },
    };
  },
};
