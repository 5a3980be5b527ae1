/** What a browser says of itself, in two words a person knows; the rest of its line is not kept. */
type Named = readonly (readonly [sign: RegExp, name: string])[];

/** In this order: every browser says it is some of those below it. */
const browsers: Named = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: Named = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

export type Device = { readonly browser: string; readonly system: string };

function nameIn(agent: string, names: Named): string {
  return names.find(([sign]) => sign.test(agent))?.[1] ?? '';
}

/** '' for what it does not say. */
export function deviceOf(agent: string): Device {
  return { browser: nameIn(agent, browsers), system: nameIn(agent, systems) };
}
