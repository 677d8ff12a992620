#!/usr/bin/env node
import './compile-cache.js';
import 'reflect-metadata';

import { runProcess } from './process.js';

await runProcess(process.argv.slice(2), process.env);
