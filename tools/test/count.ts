/** Counting what the runners report. A run that ends badly without naming a failed test counts as one failure: nothing passes by crashing. */
import { existsSync, readFileSync } from 'node:fs';

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, each with the first lines of why: said once more at the very end, where the tail of a log still shows it. */
  readonly failures: readonly string[];
};

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function sum(counts: readonly Counts[]): Counts {
  const both = (a: Counts, b: Counts): Counts => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  });
  return counts.reduce(both, nothing);
}

/** What a runner wrote is not trusted to agree with how it ended. */
function honest(counts: Counts, exitCode: number): Counts {
  if (exitCode === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [`the runner ended with ${exitCode} and named no failed test`] };
}

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly VitestFile[];
};

type VitestFile = {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[] | null;
  }[];
};

const ansi = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The first lines of a message, indented, without colours. */
function firstLines(message: string): string {
  const lines = message.replaceAll(ansi, '').split('\n').slice(0, 8);
  return lines.map((line) => `\n      ${line.slice(0, 300)}`).join('');
}

const isBroken = ({ status, assertionResults }: VitestFile) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');

/** A file that could not even be loaded, or whose clean-up failed, has no failed test and is one failure. */
export function countVitest(report: VitestReport | undefined, exitCode: number): Counts {
  if (report === undefined) return honest(nothing, exitCode || 1);
  const broken = report.testResults.filter(isBroken);
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}${firstLines(failureMessages?.[0] ?? '')}`),
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failed, ...broken.map(({ name, message }) => `${name}${firstLines(message)}`)],
  };
  return honest(counts, exitCode);
}

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly PlaywrightSpec[];
};

type PlaywrightResult = {
  readonly error?: { readonly message?: string };
  readonly attachments?: readonly { readonly name: string; readonly path?: string }[];
};

type PlaywrightSpec = {
  readonly file: string;
  readonly title: string;
  readonly tests: readonly {
    readonly projectName: string;
    readonly status: string;
    readonly results: readonly PlaywrightResult[];
  }[];
};

type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
};

const specsOf = ({ suites = [], specs = [] }: PlaywrightSuite): readonly PlaywrightSpec[] => [...specs, ...suites.flatMap(specsOf)];

/** What stood on the page when it failed, as the runner notes it down beside its picture. */
function pageOf(results: readonly PlaywrightResult[]): string {
  const path = results.flatMap(({ attachments = [] }) => attachments).find(({ name }) => name === 'error-context')?.path;
  if (path === undefined || !existsSync(path)) return '';
  const lines = (readFileSync(path, 'utf8').split('```yaml\n').at(-1)?.split('\n```')[0] ?? '').split('\n').slice(0, 60);
  return `\n      the page:${lines.map((line) => `\n        ${line.slice(0, 200)}`).join('')}`;
}

function failedJourneys({ file, title, tests }: PlaywrightSpec): readonly string[] {
  return tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ projectName, results }) => {
      const message = results.map(({ error }) => error?.message ?? '').find((text) => text !== '') ?? '';
      return `${file} › ${title} [${projectName}]${firstLines(message)}${pageOf(results)}`;
    });
}

/** A flaky test failed once: it counts as failed. */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): Counts {
  if (report === undefined) return honest(nothing, exitCode || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors.map(({ message = '' }) => firstLines(message).trimStart());
  const failures = [...report.suites.flatMap(specsOf).flatMap(failedJourneys), ...errors];
  return honest({ passed: expected, failed: unexpected + flaky, skipped, failures }, exitCode);
}

/** The last line of the whole suite. */
export function lastLine({ passed, failed, skipped }: Omit<Counts, 'failures'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
