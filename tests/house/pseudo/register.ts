/**
 * Preloaded into a process under test (`--import`), it puts the language nobody speaks in the place of the catalogue. The product has no
 * such language and no way to choose one: nothing of this is shipped.
 */
import { registerHooks } from 'node:module';

const catalogue = new URL('../../../src/words/index.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return found.url === catalogue ? { ...found, url: new URL('./words.ts', import.meta.url).href } : found;
  },
});
