import type { Facts } from '../../problems/problem.ts';

export const recountChecks = ['files', 'log', 'checkpoints', 'signatures', 'rules', 'seed', 'ballots', 'said', 'result'] as const;
export type RecountCheck = (typeof recountChecks)[number];

/** One thing that differs: a key of words with its facts, such as the file, the ballot's number and the criterion. */
export type Finding = { readonly check: RecountCheck; readonly key: string; readonly facts: Facts };

export type Say = (check: RecountCheck, key: string, facts?: Facts) => void;
