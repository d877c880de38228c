// The edition in one file: loader, element, engine, PDF, Word and lists in one classic script. It asks the network for nothing but the portal file.

import { files } from './files.js';
import { claim, watch } from './loader.js';

if (claim(DVK_VERSION, files)) watch(() => import('./element.js'));
