/** What can stand in the way of the set-up, and what to do about each. Exit codes as in `./plaudit --help`. */
const sentences = {
  noNpm: () => [
    'npm is not installed. It comes with Node.js from https://nodejs.org; on Debian it may be a package of its own: apt-get install npm.',
    3,
  ],
  oldNode: ({ found }) => [
    `Node.js ${found} is too old to set Plaudit up; 20 or newer is needed. (Plaudit then brings the version it runs on itself.)`,
    3,
  ],
  machine: ({ version }) => [
    `there is no ready-made Node.js ${version} for this machine (${process.platform} ${process.arch}, C library other than glibc?). Install Node.js ${version.split('.')[0]} or newer yourself, put it first on PATH and run this again.`,
    3,
  ],
  notWritable: ({ folder }) => [
    `${folder} cannot be written, and something has to be installed there. Run this once as the user the folder belongs to, or give it to yourself (chown).`,
    1,
  ],
  noSpace: ({ folder, needed, free }) => [
    `the disk of ${folder} has ${free} MB free; the installation needs ${needed} MB. Make room and run this again.`,
    1,
  ],
  spaceRanOut: ({ folder }) => [
    `the disk ran full while installing into ${folder}. Make room and run this again; it starts over by itself.`,
    1,
  ],
  noNetwork: ({ code }) => [
    `the package registry could not be reached (${code}). Check the network and, behind a proxy, npm's settings (npm config get registry, proxy, cafile); then run this again.`,
    3,
  ],
  refused: ({ code, line }) => [
    `the package registry refused a package (${code}). ${line}\nCheck npm's registry and sign-in (npm config get registry), then run this again.`,
    3,
  ],
  cache: ({ line }) => [
    `npm's cache is damaged or not ours to write. ${line}\nRun: npm cache clean --force   or use another one: npm_config_cache=/some/folder`,
    1,
  ],
  other: ({ output }) => [`npm failed:\n${output}`, 1],
};

export class Obstacle extends Error {
  constructor(kind, facts = {}) {
    const [message, exitCode] = sentences[kind](facts);
    super(message);
    this.kind = kind;
    this.exitCode = exitCode;
  }
}

const network =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)\b/;
const refusal = /\b(E40[0-9]|E42[0-9]|E5[0-9][0-9]|ETARGET)\b/;

function firstLine(output, pattern) {
  return (output.split('\n').find((line) => pattern.test(line)) ?? '').replace(/^npm (error|ERR!) ?/, '');
}

/** The obstacle behind a failed npm, from what it printed. */
export function explain({ output, missing }, folder) {
  if (missing) return new Obstacle('noNpm');
  if (/\bENOSPC\b/.test(output)) return new Obstacle('spaceRanOut', { folder });
  if (/\bEINTEGRITY\b|root-owned files|_cacache.*(EACCES|EPERM)|(EACCES|EPERM).*_cacache/.test(output)) {
    return new Obstacle('cache', { line: firstLine(output, /EINTEGRITY|root-owned|_cacache/) });
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return new Obstacle('notWritable', { folder });
  const unreachable = network.exec(output);
  if (unreachable) return new Obstacle('noNetwork', { code: unreachable[1] });
  const refused = refusal.exec(output);
  if (refused) return new Obstacle('refused', { code: refused[1], line: firstLine(output, /40[0-9]|ETARGET|No matching/) });
  return new Obstacle('other', { output: output.trim().split('\n').slice(-20).join('\n') });
}
