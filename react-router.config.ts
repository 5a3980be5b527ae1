import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src',
  // The supervisor builds beside the build in use and then puts one in place of the other.
  buildDirectory: process.env.PLAUDIT_BUILD_FOLDER ?? 'build',
  ssr: true,
  // The whole manifest is one immutable file; no end point then lists routes to whoever asks.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
