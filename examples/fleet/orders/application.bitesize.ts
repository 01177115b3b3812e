import { application } from 'bitesize';

export default application({
  project: 'orders',
  applications: [
    {
      name: 'orders',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/orders/server.js',
      dependencies: [{ name: 'orders', type: 'debian-package', origin: { build: 'orders' } }],
    },
  ],
});
