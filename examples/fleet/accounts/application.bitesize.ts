import { application } from 'bitesize';

export default application({
  project: 'accounts',
  applications: [
    {
      name: 'accounts',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/accounts/server.js',
      dependencies: [{ name: 'accounts', type: 'debian-package', origin: { build: 'accounts' } }],
    },
  ],
});
