import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * How the program uses the machine. Imported first, before anything heavy.
 *
 * Memory: left to itself, the engine lets dead objects pile up to several times the live ones before
 * it clears them away. Half as much again costs no time that could be measured and keeps a long
 * import as small as a short one.
 */
setFlagsFromString('--heap-growing-percent=50');

/**
 * Start: it is mostly the loading of modules, so their compiled code is kept for the next one,
 * where Node can (22.8 and newer).
 */
const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
enableCompileCache?.();

/**
 * Speed: graphql-js looks twice at every value it is given unless it is told that nobody is
 * developing, which takes a twentieth of the time of a search. Nothing of ours asks for it.
 */
process.env['NODE_ENV'] ??= 'production';
