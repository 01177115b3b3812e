import { application } from 'bitesize';

export default application({
  project: 'notices',
  applications: [
    {
      name: 'notices',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/notices/server.js',
      dependencies: [{ name: 'notices', type: 'debian-package', origin: { build: 'notices' } }],
    },
  ],
});
