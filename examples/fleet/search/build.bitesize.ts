import { build } from 'bitesize';
import { webComponent } from '../shared/web.ts';

export default build({ project: 'search', components: [webComponent('search')] });
