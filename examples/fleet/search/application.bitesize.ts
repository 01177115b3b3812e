import { application } from 'bitesize';

export default application({
  project: 'search',
  applications: [
    {
      name: 'search',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/search/server.js',
      dependencies: [{ name: 'search', type: 'debian-package', origin: { build: 'search' } }],
    },
  ],
});
