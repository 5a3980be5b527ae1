/** The running edition, category H1. */
import type { DemoEntry } from './shape.ts';

const common = { category: 'H1', state: 'accepted', nomineeKind: 'technology' } as const;

export const runningTechnology: readonly DemoEntry[] = [
  {
    ...common,
    title: 'Subtitles at the counter',
    nominee: 'Pellmarsh Benefits Office',
    owner: 'casimir.doyle@pellmarsh.example',
    worth: [9, 8, 8, 9, 7],
    comments: [
      'You saw your own sentences, and they were long. What a finding. Say how the card beside the screen is worded.',
      'Nine wrong of 400, and two that mattered, told without being asked. I trust the rest because of it.',
    ],
    body: `A woman who had come to us for years told a new colleague, in writing, that she had never once understood what was said through the glass. She is deaf. She had been nodding.

Every counter now has a small screen facing the visitor on which what we say appears as text, half a second later, in one of nine languages. It runs on a computer in the building; no word leaves it, and none is kept after the visitor has gone, unless they ask for a copy. Many do: it is the first record they have ever had of what an office told them.

The screens changed how we speak. One sees one’s own sentences, and they are long. After a month the colleagues asked for a course, and got one.

In seven months the screens were switched on 14,600 times, for 6,900 visitors, of whom about one in ten is hard of hearing; the others read along because the hall is loud or the words are hard. Second visits about the same letter fell from 27 to 16 in a hundred. As for errors, we let two interpreters compare 400 sentences drawn by lot. Nine were wrong and two of those mattered. The counter says so, on a card beside the screen.`,
  },
  {
    ...common,
    title: 'The timetable that admits it',
    nominee: 'Corran Sound Ferries',
    owner: 'magnus@corran-sound.example',
    worth: [8, 9, 8, 9, 7],
    comments: [
      'The range was meant to hold nine in ten and held 89 in 100. That is what a forecast that can be trusted looks like.',
      'Winning the captains was the harder half. I would have liked to hear one of them.',
    ],
    body: `A ferry in our waters is on time when the sea allows it. Our board said 14:10 all the same, until 14:25, when it said “delayed”.

Now it says what we believe. From wind, tide and the last thirty crossings a program works out, every five minutes, when the boat will leave: “between 14:10 and 14:40, most likely 14:20”. If the chance of a cancellation is above one in ten the board says that too, from the evening before, and a ticket may be changed without a fee.

Captains were against it. They feared that a number would be held against them. We agreed that the board never overrules a captain and that no forecast is used to judge one; two of them now help to tune it.

Since April it has made 5,300 forecasts. Of the crossings, 89 in a hundred left within the range shown, and the range was meant to hold nine in ten. The waiting room has emptied by a third, the café on the hill has filled, and letters of complaint about delays have gone from 41 a month to 6. The boats are as late as ever.`,
    file: {
      kind: 'pdf',
      name: 'Forecasts against departures.pdf',
      title: 'Forecasts against departures',
      pages: [
        [
          'Corran Sound Ferries. All crossings of the two routes since the board',
          'was changed; a crossing that was cancelled is in the last column only.',
          '',
          'Month        Crossings   Left within the range   Cancelled   Foretold',
          'April              702              621 (88 %)          18         15',
          'May                744              668 (90 %)           9          8',
          'June               731              659 (90 %)           4          4',
          'July               760              682 (90 %)           3          3',
          'August             758              676 (89 %)           6          5',
          'September          725              643 (89 %)          14         12',
          'October            698              614 (88 %)          29         26',
          '',
          'How it was counted. The range is the one on the board sixty minutes',
          'before the planned departure. A departure counts from the moment the',
          'ramp is up, as the harbour writes it down; nobody of ours can change it.',
          'A cancellation was foretold if the board had given it one chance in ten',
          'or more by eight in the evening before.',
          '',
          'What it does not do. It knows nothing of illness in the crew or of',
          'repairs. Eleven of the crossings outside the range were for these.',
        ],
      ],
    },
  },
  {
    ...common,
    title: 'The wait with an end',
    nominee: 'Northquay Mobile',
    owner: 'gethin.abara@northquay.example',
    worth: [7, 8, 8, 8, 8],
    comments: [
      'A queue that is taken off the air when it has been wrong three times in an hour. Others should copy the rule before the model.',
      'The wait is a minute shorter and half as many give up: put this sentence first.',
    ],
    body: `“Your call is important to us” was played in our queue 2.1 million times in a year. We stopped it and asked what a caller would rather hear. The answers, from 300 of them: how long, why, and whether it is worth it.

So the queue now speaks like a person who knows the place. It says how long, as a range, and keeps its word about as often as a weather report. It says why: “a mast is down in Aldmoor, most of us are on that”. If the matter can be settled by a letter, it says so and offers to write one. And whoever wants silence presses nought, and gets it; four callers in ten do.

The range comes from a model of our own that is trained each night and tested each morning against the day before. When it has been wrong three times in an hour it is taken off the air, and a recorded voice says that we do not know.

In nine months, callers who gave up fell from 22 to 9 in a hundred, although the wait itself is only a minute shorter, 6:40 on average instead of 7:50. People can bear a wait that has an end.`,
  },
  {
    ...common,
    title: 'One bill, read aloud',
    nominee: 'Bexcombe Fibre',
    owner: 'rurik.salter@bexcombe.example',
    worth: [8, 7, 8, 7, 8],
    comments: [
      'They had not been unwilling. The spoken bill taught you to write the printed one; I should like to see both.',
      'Four people from the billing desk wrote the sentences. That is why they can be understood.',
    ],
    body: `We send 240,000 bills a month, and each month 5,000 people ring to ask what theirs means. We had always taken this for a question about money.

Listening to 200 of these calls we found that most callers could not read the bill: the type was small, the words were ours, and every third caller had it in front of them and asked to have it read. So we made a bill that reads itself. Every one carries a number; whoever rings it hears their own bill in plain sentences, slowly, with what changed since last month said first. It can be stopped, repeated and asked three questions. It knows when it does not know, and then a person answers who sees the same page.

The sentences were written by four people from the billing desk and tested with the residents of two care homes, who were merciless.

In half a year 31,400 bills were heard. Seven callers in ten needed nothing more. Calls to the billing desk fell by 38 per cent, and late payments among people over 75 by a half: they had not been unwilling. Then we rewrote the printed bill from what the spoken one had taught us.`,
  },
  {
    ...common,
    state: 'submitted',
    title: 'The lift that rings first',
    nominee: 'Saltings Housing Trust',
    owner: 'mirela@saltings.example',
    worth: [8, 7, 8, 8, 7],
    comments: [],
    body: `On the eleventh floor a broken lift is not a nuisance. It is a shopping bag, a wheelchair, a missed appointment. Our 64 lifts failed 410 times a year, and each time we learned of it from whoever was standing in front of the door.

A sensor for about the price of a pair of boots now listens to each of them. It knows how a healthy lift sounds and rings the workshop when one begins to sound otherwise, usually days before it stops. If it stops all the same, every household on the stairs that has asked for it gets a message within two minutes, and somebody comes to carry.

The carrying was the tenants’ idea. Thirty-eight neighbours have put their names down, and the trust pays them for an hour each time they are called, needed or not.

In ten months the lifts failed 122 times instead of an expected 340. Half of what the sensors reported was mended at night. Nobody has been shut in since February. We made one mistake worth telling: at first the messages went to everybody, and people who live on the ground floor asked us, kindly, to let them sleep.`,
  },
  {
    ...common,
    state: 'submitted',
    title: 'One photograph, no form',
    nominee: 'Mossbank Mutual',
    owner: 'wilhelmina.oakes@mossbank.example',
    worth: [8, 7, 7, 9, 7],
    comments: [],
    body: `Four out of five claims we handle are small: a window, a bicycle, a carpet. For these we had the same nine-page form as for a fire.

A small claim is now made with one photograph and one sentence, by message from a telephone. A program compares both with the policy and proposes what to pay; one of fourteen colleagues looks at every proposal and presses the button, or rings. No claim is refused by a machine. The median time from photograph to payment is 52 minutes in office hours.

We had expected to be cheated. Before we began, we wrote down what we would count as too much: one false claim in fifty. We asked an outside office to look into 500 cases drawn by lot, without telling them which had been paid at once. They found six that looked wrong, five of them honest mistakes about the date.

In eight months 18,200 claims went this way, and 940 were sent back to the form because the picture showed more than the customer had noticed. The cost of handling fell by 31 per cent. We have put half of it into the excess, which is now nil for anything below 150.`,
  },
  {
    ...common,
    state: 'returned',
    returned:
      'A strong entry. Two things before judges read it: say which years the “comparable years” are and how you compared them, and add the readings of gauge and neighbours on the four nights as a file.',
    about: ['answers.story', 'answers.evidence'],
    title: 'Water level, by the neighbours',
    nominee: 'Valewick Mutual',
    owner: 'orla.tennant@valewick.example',
    worth: [8, 8, 7, 6, 7],
    comments: [],
    body: `The river gauge for Wick Lower stands nine kilometres upstream. When it shows a flood, the kitchens of our policyholders have been wet for an hour.

Twenty-six households along the bank now send us what they see: a text message with one number, read from a staff that we painted on a bridge, a wall or a gatepost of their own. A program compares the numbers with the gauge and with each other. When three neighbours agree that the water is rising fast, everybody downstream who wants it is rung by a recorded voice, and by one of us if they do not pick up.

In its first winter it rang four times. Twice it was about forty minutes before the gauge, once twelve, and once it was wrong, because a tree had dammed the brook. Damage to furniture and stock in the two floods was less than half of what it had been in comparable years.

The staffs cost 600 in all. The neighbours are paid nothing, have asked for nothing, and meet in our canteen in March.`,
  },
  {
    ...common,
    state: 'draft',
    title: 'The till that waits',
    nominee: 'Osier Lane Grocers',
    owner: 'dorothea@osier-lane.example',
    worth: [7, 7, 7, 7, 7],
    comments: [],
    body: `At half past ten on a Tuesday our shops belong to people who are not in a hurry. We gave one till in each shop to them: no clock, no beep, a chair, and somebody who has time to look for the coin.

What it does to the other tills we are still counting; the figures for the autumn come on Thursday.`,
  },
];
