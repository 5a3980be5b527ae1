/** Refusals of an assignment: how it was asked for, rows that contradict each other, and demands nobody can meet. */
export const assignProblems = {
  'assign.option-not-readable': { status: 422 },
  'assign.too-many-pairs': { status: 413 },
  'assign.loads-crossed': { status: 422 },
  'assign.name-twice': { status: 422 },
  'assign.names-alike': { status: 422 },
  'assign.unknown-category': { status: 422 },
  'assign.unknown-name': { status: 422 },
  'assign.pair-twice': { status: 422 },
  'assign.affinity-not-readable': { status: 422 },
  'assign.flag-not-readable': { status: 422 },
  'assign.kept-twice': { status: 422 },
  'assign.kept-too-many': { status: 422 },
  'assign.impossible': { status: 422 },
  'assign.panels-not-found': { status: 422 },
  'assign.seed-not-committed': { status: 422 },
} as const;
