import module from 'node:module';

/**
 * Keeps compiled code for the next start, where Node can (22.8 and newer): a start is mostly the
 * loading of modules. Imported first, before anything heavy.
 */
const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
enableCompileCache?.();
