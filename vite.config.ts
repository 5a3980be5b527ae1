import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

/** Modules with state or rules: the server bundle imports them from source, so that a process holds each once. */
const shared = /^#(core|platform|slices|http|words)\/.*\.ts$/;
/** The same modules as files; an end point without a screen is a route module, entered by the bundle alone. */
const sharedFile = /\/src\/(core|platform|slices|http|words)\/(?!.*\/pages\/).*\.ts$/;

/** A page that reaches such a module by a relative path would bring a second copy of it: refuse to build. */
function oneInstance(): Plugin {
  return {
    name: 'plaudit:one-instance',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    load(id) {
      if (sharedFile.test(id)) this.error(`${relative(process.cwd(), id)} would be in the server bundle twice: import it by #…/….ts`);
    },
  };
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compressing once, at the build, lets the server send the smallest form for nothing. */
function precompress(): Plugin {
  return {
    name: 'plaudit:precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    async writeBundle(options) {
      const folder = options.dir ?? 'build/client';
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|svg|txt|json)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const text = await readFile(path);
        await writeFile(`${path}.br`, await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        await writeFile(`${path}.gz`, await zip(text, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [reactRouter(), oneInstance(), precompress()],
  publicDir: 'src/ui/public',
  // light-dark() has to stay as it is written: its stand-in for older browsers cannot nest one theme in another.
  build: { assetsInlineLimit: 0, reportCompressedSize: false, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  environments: { ssr: { build: { rolldownOptions: { external: [shared] } } } },
  experimental: {
    // Style sheets and chunks name their neighbours relatively, so one build works below any path.
    renderBuiltUrl: (_, { hostType }) => (hostType === 'css' || hostType === 'js' ? { relative: true } : undefined),
  },
});
