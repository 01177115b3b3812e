import { application } from 'bitesize';

export default application({
  project: 'wishlist',
  applications: [
    {
      name: 'wishlist',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/wishlist/server.js',
      dependencies: [{ name: 'wishlist', type: 'debian-package', origin: { build: 'wishlist' } }],
    },
  ],
});
