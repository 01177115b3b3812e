import { type Detector, matched } from './detector.ts';

const ASSUMED = '1.25';

/** Programs of Go: go.mod, and the main package in its folder or below `cmd`. */
export const goDetector: Detector = {
  language: 'Go',
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
      caches: ['go'],
      image: { name: 'golang', version, tools: (wanted) => `golang:${wanted}-bookworm` },
      recipe: {
        make:
          main === '.'
            ? ['CGO_ENABLED=0 go build -o /out/app .']
            : // The first one counts where there are several.
              [
                'mkdir -p /out/bin && CGO_ENABLED=0 go build -o /out/bin/ ./cmd/...',
                'cp "$(find /out/bin -type f | sort | head -n 1)" /out/app',
              ],
        // It has certificates and time zones, and nothing else.
        runtime: () => 'gcr.io/distroless/static-debian12',
        copies: [['/out/app', '/srv/app/app']],
        leavings: [],
      },
      start: { value: './app', from: folder.at('go.mod') },
      port: { value: 8080 },
    };
  },
};
