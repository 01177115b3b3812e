import { flag, text } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** Where packages and images go. */
export const publishing: Definitions = {
  Apt: {
    description: 'The apt repository of the project. It runs beside the controller.',
    fields: {
      enabled: flag('Whether the apt repository exists.', {
        without: 'true when a component keeps `*.deb` files',
        examples: [true],
        since: '0.1.0',
      }),
      url: text('URL of the repository, as agents and images use it.', {
        default: 'http://apt/',
        examples: ['https://apt.example.com/'],
        since: '0.1.0',
      }),
      api_url: text('URL of the API that packages are published with.', {
        without: 'the apt Service in the cluster',
        examples: ['https://apt.example.com/api'],
        since: '0.1.0',
      }),
      name: text('Name of the repository.', {
        minLength: 1,
        default: 'bitesize',
        examples: ['sample'],
        since: '0.1.0',
      }),
      distribution: text('Distribution that packages are published to.', {
        minLength: 1,
        default: 'bitesize',
        examples: ['stable'],
        since: '0.1.0',
      }),
      component: text('Component of the distribution.', {
        minLength: 1,
        default: 'main',
        examples: ['contrib'],
        since: '0.1.0',
      }),
      image: text('Image of the apt server.', {
        default: 'geribatai/aptly:1.0.0',
        examples: ['registry.example.com/aptly:1.5'],
        since: '0.1.0',
      }),
      size: text('Size of the claim for the packages.', {
        pattern: patterns.byteAmount,
        default: '10Gi',
        examples: ['50Gi'],
        since: '0.1.0',
      }),
      class: text('Storage class of the claim for the packages.', {
        pattern: patterns.dnsSubdomain,
        without: 'the class of `kubernetes.storage`',
        examples: ['slow'],
        since: '0.1.0',
      }),
      signing_secret: text('Name of the Secret that holds the GPG key which signs the repository.', {
        pattern: patterns.dnsSubdomain,
        without: 'the repository is not signed, and images mark it as trusted',
        examples: ['apt-signing'],
        since: '0.1.0',
      }),
      signing_key: text('Key of the Secret that holds the private GPG key.', {
        pattern: patterns.secretKey,
        default: 'private.asc',
        examples: ['key.asc'],
        since: '0.1.0',
      }),
      passphrase_key: text('Key of the Secret that holds the passphrase of the GPG key.', {
        pattern: patterns.secretKey,
        without: 'the GPG key has no passphrase',
        examples: ['passphrase'],
        since: '0.1.0',
      }),
      public_key: text('Public GPG key, in armoured form. Images and agents check the repository with it.', {
        without: 'none; required with `signing_secret`',
        examples: ['-----BEGIN PGP PUBLIC KEY BLOCK-----\n...\n-----END PGP PUBLIC KEY BLOCK-----\n'],
        since: '0.1.0',
      }),
    },
    examples: [{ enabled: true, size: '20Gi' }],
  },
  Registry: {
    description:
      'The registries of container images. The image of an application is `<registry>/<project>/<application>`.',
    fields: {
      push: text('Registry that images are pushed to.', {
        default: 'custom-registry',
        examples: ['registry.example.com'],
        since: '0.1.0',
      }),
      pull: text('Registry that Kubernetes pulls images from.', {
        without: 'the value of `push`',
        examples: ['mirror.example.com'],
        since: '0.1.0',
      }),
      base: text(
        'Registry, with an optional path, of the base images that `runtime` names. Empty means that `runtime` is used as it is.',
        { without: 'the value of `pull`', examples: ['registry.example.com/baseimages', ''], since: '0.1.0' },
      ),
      secret: text(
        'Name of the Secret of type kubernetes.io/dockerconfigjson for pushing. The agents with the label `dind` mount it, and so do the pods that build images with BuildKit.',
        {
          pattern: patterns.dnsSubdomain,
          without: 'the registry asks for no login',
          examples: ['registry'],
          since: '0.1.0',
        },
      ),
      builder: text('Image of BuildKit, without root, that builds the images of applications with `build`.', {
        default: 'moby/buildkit:v0.32.2-rootless',
        examples: ['registry.example.com/buildkit:v0.32.2-rootless'],
        since: '0.1.0',
      }),
      publisher: text(
        'Image with skopeo and a shell, that publishes the images of components (`type: oci`).',
        {
          default: 'quay.io/skopeo/stable:v1.20.0',
          examples: ['registry.example.com/skopeo:v1.20.0'],
          since: '0.1.0',
        },
      ),
    },
    examples: [{ push: 'registry.example.com', base: 'registry.example.com/baseimages', secret: 'registry' }],
  },
};
