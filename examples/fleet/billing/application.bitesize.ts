import { application } from 'bitesize';

export default application({
  project: 'billing',
  applications: [
    {
      name: 'billing',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/billing/server.js',
      dependencies: [{ name: 'billing', type: 'debian-package', origin: { build: 'billing' } }],
    },
  ],
});
