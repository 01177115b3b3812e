import { environments } from 'bitesize';
import { webEnvironments } from '../shared/web.ts';

export default environments({ project: 'search', environments: webEnvironments('search') });
