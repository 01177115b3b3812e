import { application } from 'bitesize';

export default application({
  project: 'delivery',
  applications: [
    {
      name: 'delivery',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/delivery/server.js',
      dependencies: [{ name: 'delivery', type: 'debian-package', origin: { build: 'delivery' } }],
    },
  ],
});
