import { application } from 'bitesize';

export default application({
  project: 'prices',
  applications: [
    {
      name: 'prices',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/prices/server.js',
      dependencies: [{ name: 'prices', type: 'debian-package', origin: { build: 'prices' } }],
    },
  ],
});
