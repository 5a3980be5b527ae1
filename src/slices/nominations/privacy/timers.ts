/** What the timers of nominations are called: of a case that was never accepted, and of one that became an entry. */
export const openTimer = 'nominations.never-accepted';
export const acceptedTimer = 'nominations.accepted';
