/** Sentences about what people ask or say on the public page of a programme, and about deciding on it. */
import { isolated } from '../../isolated.ts';

const kinds = { question: 'Question', comment: 'Comment' } as const;
type Kind = keyof typeof kinds;

const many = (n: number, one: string, more: string) => (n === 1 ? `one ${one}` : `${n.toLocaleString('en-GB')} ${more}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const remarks = {
  kinds,
  chapter: {
    title: 'Questions and comments',
    aside: 'Read by the organisers before they stand here.',
    none: 'Nobody has asked anything yet.',
    all: 'Ask, or read all',
    said: (kind: Kind, day: string) => `${kinds[kind]} of ${day}`,
    answer: 'The organisers',
  },
  page: {
    title: 'Questions and comments',
    nav: 'Questions',
    call: 'The call',
    lead: (programme: string) =>
      `What people ask and say about ${isolated(programme)}, and what the organisers answer. Nothing stands here before the organisers have read it, and nobody’s name does.`,
    ask: 'Ask or say something',
    askAside: 'It is shown once the organisers approve it, without your name. They see who you are.',
    kind: 'What is it?',
    options: { question: 'A question', comment: 'A comment' },
    body: 'In your words',
    bodyHint: 'Up to 2,000 characters. Write nothing that not everybody may read',
    send: 'Send it to the organisers',
    signIn: 'Sign in to ask or say something',
    signInText: 'Reading needs no account. To ask, the organisers have to know who asks.',
    made: 'Sent. It is shown here once the organisers approve it.',
    withdrawn: 'Taken back. Nothing of it is kept.',
    own: 'What you said',
    states: { waiting: 'waits for the organisers', shown: 'shown to everybody', declined: 'not shown' },
    takeBack: 'Take it back',
    takeBackMore: (kind: Kind, day: string) => `: your ${kind} of ${day}`,
    none: 'Nothing yet',
    noneText: 'The first question that is answered helps everybody after it.',
    pages: 'Pages of questions and comments',
    first: 'Newest',
    older: 'Older',
  },
  queue: {
    title: 'Questions and comments',
    lead: (waiting: number) =>
      waiting === 0
        ? 'Nothing waits for you.'
        : `${capital(many(waiting, 'question or comment waits', 'questions and comments wait'))} for you.`,
    text: 'What you show stands on the public page without the name of whoever said it, with your answer below. What you turn down is seen by its writer alone.',
    nav: 'Questions',
    public: 'As everybody reads it',
    tabs: 'Which ones',
    states: { waiting: 'Waiting', shown: 'Shown', declined: 'Turned down' },
    by: (kind: Kind, name: string, day: string) => `${kinds[kind]} by ${isolated(name)}, ${day}`,
    answer: 'Your answer, in public',
    answerHint: 'May stay empty; up to 4,000 characters',
    show: 'Show it',
    showAgain: 'Save the answer',
    decline: 'Turn it down',
    hide: 'Show it no more',
    more: (name: string) => `(by ${name})`,
    done: { waiting: 'It waits again.', shown: 'It is shown to everybody.', declined: 'It is turned down.' },
    undo: 'Undo',
    none: 'Nothing here',
    noneText: {
      waiting: 'When somebody asks or says something on the public page, it stands here, and you get a mail about the first that waits.',
      shown: 'What you let be shown stands here, and can be answered anew or hidden again.',
      declined: 'What you turn down stands here for 180 days, and can still be shown.',
    },
    pages: 'Pages of the queue',
    first: 'First page',
    next: 'Next 30',
  },
  mail: {
    subject: (programme: string) => `A question or comment waits: ${programme}`,
    text: ({ greeting, programme, address }: Readonly<Record<'greeting' | 'programme' | 'address', string>>) =>
      `${greeting}\n\nsomebody asked or said something on the public page of ${programme}. It is shown to nobody before you have read it:\n\n${address}\n\nYou get no further mail while something waits there.\n`,
  },
};
