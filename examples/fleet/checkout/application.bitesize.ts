import { application } from 'bitesize';

export default application({
  project: 'checkout',
  applications: [
    {
      name: 'checkout',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/checkout/server.js',
      dependencies: [{ name: 'checkout', type: 'debian-package', origin: { build: 'checkout' } }],
    },
  ],
});
