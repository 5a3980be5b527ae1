/** Asks the web process of this machine whether it can save; exit code 0 when it can. */
const address = `http://127.0.0.1:${process.env.PORT || 3000}/healthz/ready`;

try {
  const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
