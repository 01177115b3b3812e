import { build } from 'bitesize';
import { webComponent } from '../shared/web.ts';

export default build({ project: 'checkout', components: [webComponent('checkout')] });
