import { registerHooks } from 'node:module';

/**
 * Brought in by `--import`: what an indicators process opens as its store is one that tells what it does. The rest of the
 * program is as it is.
 */
const theirs = new URL('../../libs/store/mongo.store.js', import.meta.url).href;
const program = new URL('../../services/indicators/main.js', import.meta.url).href;
const ours = new URL('./telling.store.js', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, resolveNext) => {
    const resolved = resolveNext(specifier, context);
    return resolved.url === theirs && context.parentURL === program ? { ...resolved, url: ours } : resolved;
  },
});
