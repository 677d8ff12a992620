#!/usr/bin/env node
import './runtime.js';
import 'reflect-metadata';

import { runProcess } from './process.js';

await runProcess(process.argv.slice(2), process.env);
