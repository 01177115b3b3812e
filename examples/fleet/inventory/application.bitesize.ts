import { application } from 'bitesize';

export default application({
  project: 'inventory',
  applications: [
    {
      name: 'inventory',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/inventory/server.js',
      dependencies: [{ name: 'inventory', type: 'debian-package', origin: { build: 'inventory' } }],
    },
  ],
});
