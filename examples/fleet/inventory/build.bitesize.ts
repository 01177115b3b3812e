import { build } from 'bitesize';
import { webComponent } from '../shared/web.ts';

export default build({ project: 'inventory', components: [webComponent('inventory')] });
