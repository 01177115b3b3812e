import type { Found, SourceFolder } from '../source-folder.ts';
import { type Detector, type ImageRecipe, type LanguageImage, matched, type Program } from './detector.ts';

const ASSUMED = '21';

/** Sources, documentation and what a framework keeps of its first jar are no programs. */
const copyJar = (folder: string) =>
  `mkdir /out && cp "$(find ${folder} -maxdepth 1 -name '*.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-plain.jar' | head -n 1)" /out/app.jar`;

const START = 'java -jar app.jar';

/** Programs that Maven builds: pom.xml. */
export const mavenDetector: Detector = {
  language: 'Java with Maven',
  files: ['pom.xml'],
  look: ({ folder, top }) => {
    const pom = folder.text('pom.xml') ?? '';
    if (!/<project[\s>]/.test(pom)) {
      folder.refuse('pom.xml', 'it has no `project`');
      return undefined;
    }
    // The modules of a parent are built with it; it is nothing that runs.
    if (/<packaging>\s*pom\s*<\/packaging>/.test(pom) && folder.path === '') return undefined;
    const own = outside(pom, ['parent', 'dependencies', 'build', 'dependencyManagement', 'profiles']);
    const [, name] = /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(own) ?? [];
    const version = versionOf(folder) ?? (folder === top ? undefined : versionOf(top));
    const inTop =
      folder !== top &&
      new RegExp(`<module>\\s*${escaped(folder.path)}\\s*</module>`).test(top.text('pom.xml') ?? '');
    const maven = (inTop ? top : folder).files.has('mvnw') ? './mvnw' : 'mvn';
    const module = inTop ? ` --projects ${folder.path} --also-make` : '';
    const isServer = /spring-boot-starter-web|quarkus|micronaut-http|jetty|undertow/.test(pom);
    // A module of a library has no plugin that makes a program of it.
    if (
      inTop &&
      !isServer &&
      !/<mainClass>|spring-boot-maven-plugin/.test(pom) &&
      !folder.files.has('Dockerfile')
    )
      return undefined;
    return {
      ...(name === undefined ? {} : { name }),
      build: [],
      test: [{ value: `${maven} --batch-mode verify${module}`, from: folder.at('pom.xml') }],
      ...resultsIn(folder, `${inTop ? `${folder.path}/` : ''}target/surefire-reports/*.xml`),
      ...(inTop ? { fromTop: true as const } : {}),
      caches: ['maven'],
      image: javaImage(version, (wanted) => `maven:3-eclipse-temurin-${wanted}`),
      recipe: javaRecipe(
        `${maven} --batch-mode -DskipTests package${module}`,
        inTop ? `${folder.path}/target` : 'target',
        ['**/target'],
      ),
      start: { value: START, from: folder.at('pom.xml') },
      ...(isServer ? { port: { value: 8080 } } : {}),
    };
  },
};

/** Programs that Gradle builds: build.gradle, or the same in Kotlin. */
export const gradleDetector: Detector = {
  language: 'Java with Gradle',
  files: ['build.gradle', 'build.gradle.kts'],
  look: ({ folder, top }) => {
    const file = folder.files.has('build.gradle') ? 'build.gradle' : 'build.gradle.kts';
    const script = folder.text(file) ?? '';
    const isProgram =
      /org\.springframework\.boot|io\.quarkus|io\.micronaut|\bapplication\b|com\.github\.johnrengelman\.shadow/.test(
        script,
      );
    if (!isProgram && (folder.path !== '' || folder.folders.size === 0)) return undefined;
    const inTop =
      folder !== top && ['settings.gradle', 'settings.gradle.kts'].some((name) => top.files.has(name));
    const gradle = (inTop ? top : folder).files.has('gradlew') ? './gradlew' : 'gradle';
    const task = inTop ? `:${folder.path.replaceAll('/', ':')}:` : '';
    const version =
      matched(folder, file, /JavaLanguageVersion\.of\(\s*["']?(\d{1,2})/) ??
      matched(
        folder,
        file,
        /(?:sourceCompatibility|jvmTarget)\s*=?\s*(?:JavaVersion\.VERSION_|["'])?(?:1[._])?(\d{1,2})/,
      );
    return {
      build: [],
      test: [{ value: `${gradle} --no-daemon ${task}build`, from: folder.at(file) }],
      ...resultsIn(folder, `${inTop ? `${folder.path}/` : ''}build/test-results/test/*.xml`),
      ...(inTop ? { fromTop: true as const } : {}),
      caches: ['gradle'],
      image: javaImage(version, (wanted) => `gradle:8-jdk${wanted}`),
      recipe: javaRecipe(
        `${gradle} --no-daemon ${task}assemble`,
        inTop ? `${folder.path}/build/libs` : 'build/libs',
        ['**/.gradle', '**/build'],
      ),
      start: { value: START, from: folder.at(file) },
      ...(/spring-boot-starter-web|quarkus|micronaut|ktor/.test(script) ? { port: { value: 8080 } } : {}),
    };
  },
};

function javaImage(version: Found<string> | undefined, tools: LanguageImage['tools']): LanguageImage {
  return { name: 'eclipse-temurin', version: version ?? { value: ASSUMED }, tools };
}

function javaRecipe(make: string, folder: string, leavings: readonly string[]): ImageRecipe {
  return {
    make: [make, copyJar(folder)],
    runtime: (version) => `eclipse-temurin:${version}-jre`,
    copies: [['/out/app.jar', '/srv/app/app.jar']],
    leavings,
  };
}

/** A build whose results are looked for and not there fails, so there has to be a test. */
function resultsIn(folder: SourceFolder, pattern: string): Pick<Program, 'results'> {
  return folder.below('src/test') === undefined ? {} : { results: pattern };
}

function versionOf(folder: SourceFolder): Found<string> | undefined {
  return matched(
    folder,
    'pom.xml',
    /<(?:maven\.compiler\.(?:release|source|target)|java\.version|release)>\s*(?:1\.)?(\d{1,2})\s*</,
  );
}

/** A text of XML without some elements, however deep they go: what stands in them is said of others. */
function outside(text: string, names: readonly string[]): string {
  let rest = text;
  for (const name of names) {
    const parts = rest.split(`<${name}>`);
    rest = parts
      .map((part, index) => (index === 0 ? part : (part.split(`</${name}>`).at(-1) ?? '')))
      .join('');
  }
  return rest;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
