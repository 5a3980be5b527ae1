import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src',
  ssr: true,
  // The whole manifest is one immutable file; no end point then lists routes to whoever asks.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
