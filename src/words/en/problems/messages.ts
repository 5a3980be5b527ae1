import type { messagesProblems } from '#core/problems/messages.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const messages: Record<keyof typeof messagesProblems, ProblemWords> = {
  'messages.held-changed': {
    title: 'Another number of mails is held now',
    detail: ({ seen, held }) => `You saw ${seen}, and ${held} are held. Nothing was done: look at them again, then decide.`,
  },
};
