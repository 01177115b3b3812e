import type { Credential, Publication } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { imageReference } from '../../util/image-reference.ts';
import { absentSpec, settingsOf } from '../check-spec.ts';
import { at, keyOf, type Rule } from './rule.ts';

type PublicationType = Publication['type']['value'];

/** The types of credentials that each type of publication takes; the first where it is not known which one it is. */
export const publishedWith: Readonly<
  Record<PublicationType, readonly [Credential['type']['value'], ...Credential['type']['value'][]]>
> = {
  npm: ['secret-text', 'username-password'],
  pypi: ['secret-text', 'username-password'],
  maven: ['username-password'],
  file: ['username-password', 'secret-text'],
  oci: ['username-password'],
};

/** What is published has files, an address of its own, and a credential that its program can use. */
export const publicationsRule: Rule = {
  name: 'publications',
  *check(specs, { settingsAreRead }) {
    const credentials = [settingsOf(specs), absentSpec('jenkins')?.jenkins].flatMap(
      (settings) => settings?.credentials ?? [],
    );
    for (const { publish, repository } of specs.build?.components ?? []) {
      for (const publication of publish) {
        yield* addressProblems(publication);
        if (publication.type.value === 'oci') yield* imageProblems(publication, repository !== undefined);
        else yield* fileProblems(publication);
        if (settingsAreRead) yield* credentialProblems(publication, credentials);
      }
    }
  },
};

function* addressProblems({ type, url }: Publication): Generator<Diagnostic> {
  if (type.value === 'oci') {
    const read = imageReference(url.value);
    const isPlace = read !== undefined && read.tag === undefined && read.digest === undefined;
    if (isPlace && /^(?:[^/]*[.:][^/]*|localhost)\/./.test(url.value)) return;
    yield diagnose('check/publish-url', { problem: 'is not one of an image without a tag' }, at(url), {
      help: 'write registry and name, such as `registry.example.com/shop/tool`; `version` is the tag',
    });
    return;
  }
  const problem = urlProblem(url.value);
  if (problem === undefined) return;
  yield diagnose('check/publish-url', { problem }, at(url), {
    help: 'write the whole address, such as `https://nexus.example.com/repository/raw/`',
  });
}

/** Returns why a text is no address of a registry; one with a password is told as a secret in plain text. */
function urlProblem(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return 'does not begin with `https://`';
  if (/[\s"'`\\<>^{|}]/.test(url)) return 'has a character that has to be escaped';
  if (/[?#]/.test(url)) return 'has more than a host and a path';
  if (/^https?:\/\/[^/:]*@/i.test(url)) return 'has a login in it';
  return URL.canParse(url) ? undefined : 'is no address';
}

function* fileProblems(publication: Publication): Generator<Diagnostic> {
  const { type, location, version } = publication;
  if (type.value !== 'file') {
    if (version === undefined) return;
    yield diagnose('check/publish-version', { type: type.value }, keyOf(publication, 'version'), {
      help: 'remove it, and let the build write the version into what it makes',
    });
    return;
  }
  if (location === undefined) {
    yield diagnose('check/publish-files', {}, at(type), {
      help: 'name the files: `location: build/*.zip`',
    });
    return;
  }
  if (/[*?$]/.test(location.value) || version?.value.includes('$')) return;
  yield diagnose('check/publish-once', { location: location.value }, at(location), {
    help: 'put each build into a folder of its own: `version: 1.0.$BUILD_NUMBER`',
  });
}

/** An image is one path, since the program takes no patterns, and parts it at colons. */
function* imageProblems(
  { location, version, $, type }: Publication,
  hasCommit: boolean,
): Generator<Diagnostic> {
  if (location === undefined)
    yield diagnose('check/publish-files', {}, at(type), {
      help: 'name the image that the steps make: `location: build/image.tar`',
    });
  else if (/[*?:,]/.test(location.value))
    yield diagnose(
      'check/publish-image',
      { problem: `\`${location.value}\` is not the path of one image` },
      at(location),
      {
        help: 'write one path without `*`, `?`, `,` and `:`, such as `build/image.tar`',
      },
    );
  if (version === undefined && !hasCommit)
    yield diagnose('check/publish-image', { problem: 'it has no tag' }, $.span, {
      help: 'add `version`: a component without a repository has no commit to be called after',
    });
  if (version !== undefined && !/^[\w$][\w.${}-]*$/.test(version.value))
    yield diagnose('check/publish-image', { problem: `\`${version.value}\` is no tag` }, at(version), {
      help: 'use letters, digits, `.`, `-` and `_`; `$NAME` stands for a variable',
    });
}

function* credentialProblems(
  { type, credentials: name }: Publication,
  credentials: readonly Credential[],
): Generator<Diagnostic> {
  const credential = credentials.find(({ id }) => id.value === name.value);
  const right = publishedWith[type.value];
  if (credential === undefined || right.includes(credential.type.value)) return;
  const { span } = credential.$;
  yield diagnose(
    'check/publish-credential',
    { name: name.value, type: credential.type.value, publication: type.value },
    at(name),
    {
      labels: span === undefined ? [] : [{ span, text: 'defined here' }],
      help: `make it a credential of type ${right.map((each) => `\`${each}\``).join(' or ')}`,
    },
  );
}
