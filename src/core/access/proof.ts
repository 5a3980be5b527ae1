/** How long somebody counts as the one who signed in, for acts that could cost them their account or others their trust. */
const proofLife = 15 * 60_000;

/** Whether somebody proved who they are lately: less than a quarter of an hour before `now`, and not after it. */
export function provedLately(provedAt: Date | undefined, now: Date): boolean {
  if (provedAt === undefined) return false;
  const since = now.getTime() - provedAt.getTime();
  // The clock of the session and that of the act are the database's; a hair's breadth between two statements is no future.
  return since > -1_000 && since < proofLife;
}
