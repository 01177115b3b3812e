import type { ImageRecipe } from './detectors/detector.ts';

/** An image whose Dockerfile is to be written. */
export interface WrittenImage {
  /** Path of the file, from the folder of the specs. */
  readonly file: string;
  /** Whether its context says already what is left out of it. */
  readonly hasIgnore: boolean;
  /** How it is made; absent where nothing is known of the program. */
  readonly recipe?: ImageRecipe;
  /** The image with the tools that make it. */
  readonly tools?: string;
  /** The image that it starts from. */
  readonly runtime: string;
  /** What it runs, in words without blanks; absent where nobody knows. */
  readonly start?: string;
  readonly port?: string;
}

/** Returns a Dockerfile: a stage with the tools that makes the program, and one with nothing but what runs. */
export function imageDockerfile({ recipe, tools, runtime, start, port }: WrittenImage): string {
  const made =
    recipe === undefined || tools === undefined
      ? []
      : [
          `FROM ${tools} AS build`,
          'WORKDIR /srv/app',
          'COPY . .',
          ...recipe.make.map((command) => `RUN ${command}`),
          '',
        ];
  const copies =
    made.length === 0
      ? ['COPY . .']
      : (recipe?.copies ?? []).map((paths) => `COPY --from=build ${paths.join(' ')}`);
  const folder = recipe?.startIn === undefined ? '/srv/app' : `/srv/app/${recipe.startIn}`;
  return [
    ...made,
    `FROM ${runtime}`,
    ...Object.entries(recipe?.env ?? {}).map(([name, value]) => `ENV ${name}=${value}`),
    `WORKDIR ${folder}`,
    ...copies,
    '# A number, so that Kubernetes sees that it is not root.',
    'USER 1000',
    ...(port === undefined ? [] : [`EXPOSE ${port}`]),
    ...(start === undefined
      ? ['# TODO: what the container runs, such as CMD ["./run"]']
      : [
          `CMD [${start
            .split(/\s+/)
            .map((word) => JSON.stringify(word))
            .join(', ')}]`,
        ]),
    '',
  ].join('\n');
}

/** Returns what builds of an image leave out of its context. */
export function dockerIgnore(recipe: ImageRecipe | undefined): string {
  return ['.git', 'out', ...(recipe?.leavings ?? [])].map((path) => `${path}\n`).join('');
}
