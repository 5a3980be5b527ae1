/** The past edition, category H1. */
import type { DemoEntry } from './shape.ts';

const common = { category: 'H1', state: 'accepted' } as const;

export const pastTechnology: readonly DemoEntry[] = [
  {
    ...common,
    title: 'The line that rings back',
    nominee: 'Marrowfield Telephone Co-operative',
    owner: 'bettany@marrowfield.example',
    worth: [9, 9, 9, 9, 9],
    comments: [
      'The software will not offer a quarter-hour it cannot keep. That one sentence is worth the award. Next year, show us the members who still prefer to wait.',
      'Honest, small and finished. I would have liked the rota before and after, side by side.',
    ],
    body: `Our members waited. On a bad Monday it was forty minutes, and nobody could say whether it would be ten or sixty. We had bought two systems that promised to shorten the queue, and both did, by making people give up.

In the autumn we stopped trying to shorten it and began to keep appointments instead. Whoever rings is told the truth at once: the line is full, and we will ring you. They choose a quarter-hour, today or tomorrow, from those we can staff. The machine plans the rota around the promises, not the other way round, and it will not offer a quarter-hour that it cannot keep. An adviser sees, before dialling, what the member said they needed.

In eleven months we made 61,204 such promises and kept 97 in every 100 to the quarter-hour. When we are about to miss one, a supervisor rings to say so before it is missed. The share of members who ring twice about one matter fell from 31 to 12 per cent. Satisfaction with the call, asked with the same question of every fifth member, rose from 58 to 81 per cent (n = 9,870).

The software is three hundred lines and a spreadsheet of hours. We have given it to four other co-operatives; two of them use it. What it cost us was the comfort of a queue in which nobody had been promised anything.`,
    file: {
      kind: 'csv',
      name: 'Promises kept, month by month.csv',
      rows: [
        ['month', 'promises made', 'kept to the quarter-hour', 'missed, told before', 'missed, not told'],
        ['October', 3120, 2901, 150, 69],
        ['November', 4870, 4663, 166, 41],
        ['December', 5430, 5222, 180, 28],
        ['January', 6015, 5851, 143, 21],
        ['February', 5790, 5644, 131, 15],
        ['March', 6204, 6058, 134, 12],
        ['April', 5822, 5694, 119, 9],
        ['May', 5950, 5823, 117, 10],
        ['June', 6101, 5967, 125, 9],
        ['July', 5688, 5561, 120, 7],
        ['August', 6214, 6085, 121, 8],
      ],
    },
  },
  {
    ...common,
    title: 'A map of every fault, before you ask',
    nominee: 'Bexcombe Fibre',
    owner: 'rurik.salter@bexcombe.example',
    worth: [8, 8, 7, 9, 8],
    comments: [
      'Brave to show eleven faults where the company had spoken of three. The households without a mobile telephone deserve a paragraph of their own.',
      'The file of every fault is what I would hope for from any network. Craft is good rather than outstanding: the map came before the training.',
    ],
    body: `When a line fails, people do not want an apology. They want to know whether it is them or us, and when it will be mended.

Our network has known for years where it is broken; we had simply never told anybody. Since March every fault that our equipment sees is drawn on a public map within ninety seconds, street by street, with what we know and what we do not. “Cause not found yet” is one of the things it can say. Whoever lives inside a fault gets a message before they have found our number.

The first weeks were uncomfortable. The map showed eleven faults a day where the company had spoken of three. The board asked whether it had to be public. The field engineers asked that it stay so: callers had become kinder.

Calls about faults fell by 44 per cent in nine months, from 18,300 to 10,240, while the number of faults did not change. The hours we saved went to the people the map cannot help: 212 households without a mobile telephone, who are now rung by a person.

Anyone can check our figures, since every fault of the year is in a file beside the map, with the minute it began and the minute it ended.`,
  },
  {
    ...common,
    title: 'Outage letters in six languages',
    nominee: 'Halden Mast & Line',
    owner: 'ottilie@halden-mast.example',
    worth: [8, 7, 8, 7, 6],
    comments: [
      'Nineteen readings aloud, and a program that may not write its own sentences: careful in the right place. The figures rest on one quarter of one town.',
      'I kept the last sentence. More about the people who read the translations, please.',
    ],
    body: `A planned outage used to be announced by a letter in one language, forty lines long, with the date in the last third. In the harbour quarter, where five households in ten speak something else at home, it was thrown away with the advertisements. On the day, people rang.

We asked nineteen of them to read the letter aloud to us and marked where they stopped. From this came a letter of five lines: what goes off, when, for how long, what to switch off, whom to ring. A program fills the five lines in six languages from the same line of the works plan, and a speaker of each language, paid for it, reads every new sentence once before it may be used. There are 140 sentences; the program may not write its own.

Calls on the day of an outage fell from 9 to 2 in every hundred households. Two refrigerated kitchens that had lost their stock the year before lost nothing. The letters cost 11 per cent more to print and a third as much to answer for.

We would not let a machine translate freely here. An outage is an ordinary thing until somebody’s oxygen depends on the word “from”.`,
  },
  {
    ...common,
    title: 'One number for the bereaved',
    nominee: 'Northquay Mobile',
    owner: 'gethin.abara@northquay.example',
    worth: [8, 8, 8, 7, 6],
    comments: [
      'Keeping the greeting is the work of somebody who listened. I understand why there is no satisfaction figure, and still missed a stranger’s view.',
      'Eight months spent on permission to believe a caller. That is the real invention.',
    ],
    body: `Closing the account of somebody who had died took our customers, on average, four calls and a certificate sent three times. Each call began with a stranger asking to speak to the account holder.

There is now one number. It is answered by eight people who asked for this work and were trained for it over two days with a hospice. Behind it stands a small program that does what the caller should not have to: it finds every contract of the person, stops the advertising within the hour, moves a family tariff to whoever is left, and keeps the voicemail greeting, which people ask for more often than anything else, as a file they can have whenever they are ready.

It took us eight months, most of them spent on the rules that allow us to believe a caller with one document. In the half-year since, 3,410 accounts were closed. The median is one call of fourteen minutes; 2,977 families asked for the greeting. We have had two cases of fraud, both found within a day, and eleven complaints where there used to be some four hundred.

We have no satisfaction figure. We decided not to ask.`,
  },
  {
    ...common,
    title: 'The shelf that answers',
    nominee: 'Linden Row Library',
    owner: 'priya@linden-row.example',
    worth: [7, 7, 8, 6, 6],
    comments: [
      'Two weeks before the plates were to be screwed on, somebody asked a reader in a wheelchair. Others ask two weeks after.',
      'Charming and useful. Twelve days of counting at one door is thin for the claim it carries.',
    ],
    body: `Readers of our library ask the same thing all day: where is it? The catalogue gives a number, and for most of them the number is where the visit ends.

Each of our 212 shelves now carries a plate the size of a playing card. Hold a telephone against it and the shelf tells you, in text or aloud, what stands on it, what is missing and whom to ask. Look a book up at home and you are given a plate instead of a number: shelf 88, by the window. The plates cost nothing to run, hold no personal data and ask for no account.

The idea came from a reader who is blind and who until then had needed one of us for every visit. She chose the voice. Another reader found, two weeks before the plates were to be screwed on, that at the height we had planned they were out of reach from a wheelchair.

Over six months the share of visitors who left with what they had come for rose from 64 to 79 per cent, by counts at the door on twelve ordinary days. Questions at the desk fell by half, and grew longer: people now ask what to read.`,
  },
  {
    ...common,
    title: 'A form that remembers',
    nominee: 'Pellmarsh Benefits Office',
    owner: 'casimir.doyle@pellmarsh.example',
    worth: [8, 6, 7, 8, 7],
    comments: [
      'Every question had to say what decision it serves. I have copied this onto a card for my own office.',
      'You looked for the fraud you feared, by lot, and told us what you found. Few do. As an idea it is not new; as a piece of work it is thorough.',
    ],
    body: `Our application for heating support had 94 questions. Sixty of the answers were already in our files, many of them given by the same person the winter before.

The new form begins with what we believe we know and asks: is this still so? Somebody whose life has not changed confirms four pages and is done. Whatever they correct is corrected everywhere, and the letter that follows names the person who made the decision.

We built it ourselves, two caseworkers and one programmer, in a short week that the office gave us for it each month. The caseworkers wrote the questions. Every one of them had to say what decision it serves; thirty-one served none, and are gone.

In its first winter 5,120 people used it. The median time to fill it in fell from 52 minutes to 9, and applications returned for missing papers from 38 to 11 in a hundred. Decisions take six days instead of twenty-three. We expected more fraud and looked for it: of 300 cases drawn by lot two were wrong, as many as the year before.

Some 700 people still come with the old paper form. We take it, and fill in the new one with them.`,
  },
];
