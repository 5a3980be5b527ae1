import { type NightlyRun, readRuns, type StageRun } from '../nightly/runs.ts';
import { type Page, table } from './page.ts';

const intro = `# What the nights found

What takes too long for every run is run by \`./plaudit nightly\` ([how](../../CONTRIBUTING.md#tests)): long kill storms, large files, load, all
of it on PostgreSQL 15. Each run is told with its date and its commit, and whether anything in the checkout was not committed; what was not
run is not told.`;

const outcome = ({ name, about, passed, failed, skipped, seconds }: StageRun) => [
  name,
  about,
  String(passed),
  String(failed),
  String(skipped),
  `${seconds} s`,
];

function figuresOf({ name, told }: StageRun): string[] {
  return told.map(({ about, figures }) => {
    const all = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
    return `- **${name}**, ${about}: ${all.join(', ')}.`;
  });
}

function chapter({ at, commit, changed, machine, stages }: NightlyRun): string {
  const heading = `## ${at.replace('T', ' ').replace('Z', ' UTC')}, commit ${commit}${changed ? ' with changes' : ''}`;
  const outcomes = table(['stage', 'what', 'passed', 'failed', 'skipped', 'time'], stages.map(outcome));
  const figures = stages.flatMap(figuresOf);
  return [heading, `${machine}.`, outcomes, ...(figures.length > 0 ? [figures.join('\n')] : [])].join('\n\n');
}

export const nightlyPage: Page = { file: 'nightly.md', make: () => `${[intro, ...readRuns().map(chapter)].join('\n\n')}\n` };
