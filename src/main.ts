import './cli/runtime.js';
import 'reflect-metadata';

import { runProcess } from './cli/process.js';

await runProcess(['serve', ...process.argv.slice(2)], process.env);
