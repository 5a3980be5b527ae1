/**
 * One build for every address. Vite and React Router fix the sub-path of a site when they build; ours is known when the
 * process starts, so the server build and the one client file that names addresses from the root are moved below it here.
 */
import type { ServerBuild } from 'react-router';

/** The build as if it had been made for `base` ('' or '/awards'). */
export function relocateBuild(build: ServerBuild, base: string): ServerBuild {
  if (base === '') return build;
  const assets = JSON.parse(relocateManifest(JSON.stringify(build.assets), base)) as ServerBuild['assets'];
  return { ...build, basename: base, publicPath: `${base}/`, assets };
}

/** Every asset address in the text of a manifest begins `"/assets/`. */
export function relocateManifest(text: string, base: string): string {
  return text.replaceAll('"/assets/', `"${base}/assets/`);
}
