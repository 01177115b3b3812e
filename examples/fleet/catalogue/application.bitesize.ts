import { application } from 'bitesize';

export default application({
  project: 'catalogue',
  applications: [
    {
      name: 'catalogue',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/catalogue/server.js',
      dependencies: [{ name: 'catalogue', type: 'debian-package', origin: { build: 'catalogue' } }],
    },
  ],
});
