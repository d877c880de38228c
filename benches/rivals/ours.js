// Until the first key: the loader, the element and the form module. The engine is begun when the first box has the focus, and fetched then.
import { mount } from './_ours.js';

export default { name: 'ours, until the first key', deps: [], mount: (root) => mount(root) };
