import { application } from 'bitesize';

export default application({
  project: 'reviews',
  applications: [
    {
      name: 'reviews',
      runtime: 'node:20-bookworm-slim',
      version: '1.0',
      command: 'node /srv/reviews/server.js',
      dependencies: [{ name: 'reviews', type: 'debian-package', origin: { build: 'reviews' } }],
    },
  ],
});
