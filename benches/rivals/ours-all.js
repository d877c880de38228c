// Until a check can be shown: the form and the engine with its list of units, which no rival has.
import { mount } from './_ours.js';

export default { name: 'ours, with the engine', deps: [], mount: (root) => mount(root, { engine: true }) };
