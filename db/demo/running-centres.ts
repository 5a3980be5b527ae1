/** The running edition, category H3. */
import type { DemoEntry } from './shape.ts';

const common = { category: 'H3', state: 'accepted' } as const;

export const runningCentres: readonly DemoEntry[] = [
  {
    ...common,
    title: 'The branch that went to the island',
    nominee: 'Tallow & Finch Mutual',
    owner: 'fergus.ansah@tallow-finch.example',
    answers: {
      'began-with': 'crew',
      customer: 'I had not spoken to my bank since it closed. Now I know when it comes: on Tuesdays, by boat.',
    },
    worth: [9, 8, 8, 7, 6],
    comments: [
      'A suitcase that is a branch. The list of what could not be done, begun on the boat and worked off on Wednesday, is the real engine.',
      'Strong on people, thinner on what 340 a week buys elsewhere. Tell us about the signature.',
    ],
    body: `When the last bank on Skerry Holm closed, its 1,140 people were told that everything could be done by telephone. Some of it could. Our contact centre noticed first: calls from the island were twice as long as others, and ended more often with “I shall see to it when I am on the mainland”.

Six advisers proposed to go. Since May two of them take the Tuesday boat, with one suitcase that holds what a branch is: a printer, a card reader, a lamp, a sign. They sit in the school until three and answer the centre’s telephone when nobody comes. On the boat home they write down what could not be done, and on Wednesday it is somebody’s first task.

In seven months 812 visits were counted, by 390 people. Of 96 things that could not be done on the spot, 81 can now, the most important being a signature for somebody who cannot leave the house. Calls from the island have become as short as everybody’s. Those who went say that they hear differently since: one of them asked, in training, that callers no longer be told to “pop in”.

The suitcase costs 340 a week. Two other islands have asked for it, and one has it.`,
  },
  {
    ...common,
    title: 'Three rings, one human',
    nominee: 'Saltmarsh Lane Credit Union',
    owner: 'noreen@saltmarsh-lane.example',
    answers: { 'began-with': 'crew', people: 11, 'small-house': 'no', founded: '1931-05-02' },
    worth: [8, 7, 9, 8, 6],
    comments: [
      'Eleven people learned everything, from each other. A hundred hours each is a price you name, and I respect that.',
      'Members’ own account a week later is the right way to ask. Could it be done by thirty as by eleven?',
    ],
    body: `We are eleven people for 8,300 members, and we had a menu. Press one for loans. The menu had been a gift, and it took us four years to notice that nobody wanted it.

We took it away in February. The telephone rings, at most three times, and one of us answers. To make that possible all eleven learned everything: loans, savings, cards, what to do when somebody has died. It took a hundred hours each, over half a year, taught by us to us. Whoever does not know says so and stays on the line while they ask. Nobody is put through, ever; if a colleague is needed, the colleague comes to the desk.

The three rings held in 94 of 100 calls. The median wait is seven seconds where it was three minutes and ten. Matters settled in the first call rose from 61 to 88 per cent, by members’ own account a week later (n = 1,904). We feared for the loans, which are our bread: they take a day less, because the person who hears of the plan is the person who decides.

What we would do otherwise: begin with the hardest subject. We began with cards.`,
  },
  {
    ...common,
    title: 'A complaint answered by the person who can fix it',
    nominee: 'Hearthstead Mortgages',
    owner: 'dag.vennerstad@hearthstead.example',
    worth: [9, 9, 8, 9, 8],
    comments: [
      'The reversal of roles, advisers teaching product teams, is the strongest idea I have read this year. I would like to see how a call that goes wrong is caught.',
      'The comma in the arrears letter will stay with me. Does “every” include branch complaints?',
    ],
    body: `Until last spring a complaint to us passed through four pairs of hands. The adviser who heard it wrote it down. A triage desk sorted it. A case handler answered it. Somewhere else, a person who could change the thing complained of read a monthly count. The customer met the first three and never the fourth.

We removed the middle. Since June every complaint about a product goes, within one working hour, to the team that makes that product, and a named member of that team rings the customer. Not a specialist in apology: the person who wrote the letter, priced the fee or built the form.

It was not popular. Product managers asked, reasonably, whether ringing customers was their job. We answered with a rota of two hours a week and a promise that nobody would be judged by how the calls went, only by what changed afterwards. Advisers listened to the first hundred calls beside the product teams, and stopped the line when a caller was being explained at.

In the twelve months before, 8,914 complaints took a median of 11 working days to close, and 38 per cent of customers complained again. In the twelve months after, 7,206 took a median of 2, and 14 per cent came back. Sixty-four changes to products came directly out of calls. The smallest was a comma in an arrears letter that had made a request read as a threat. The largest was the end of the early-exit fee on fixed loans, which no report had ever made anybody uncomfortable enough to question.`,
    file: {
      kind: 'pdf',
      name: 'Complaints, before and after.pdf',
      title: 'Complaints, before and after: method and tables',
      pages: [
        [
          'Table 1. Complaints about products, twelve months before and after',
          '',
          '                                         Before       After',
          'Complaints received                       8,914       7,206',
          'Median working days to close                 11           2',
          'Closed within five days                    19 %        83 %',
          'Complained again within 90 days            38 %        14 %',
          'Satisfied with the handling                41 %        76 %',
          'Asked about the handling                  1,560       1,560',
          '',
          'Satisfaction is the share of those asked who chose four or five of',
          'five. The question and its wording did not change: "How satisfied are',
          'you with the way your complaint was handled?" Every tenth person was',
          'asked by telephone three weeks after the complaint was closed, by',
          'somebody who had no part in it.',
        ],
        [
          'Table 2. What changed because of a call',
          '',
          'Letters reworded                                         31',
          'Forms shortened or withdrawn                             14',
          'Fees lowered or ended                                     6',
          'Deadlines moved                                           8',
          'Steps added, because one was missed                       5',
          'Together                                                 64',
          '',
          'Table 3. Where complaints came from',
          '',
          '                                         Before       After',
          'Telephone                                 6,102       4,870',
          'E-mail and letter                         2,377       1,988',
          'Branch                                      435         348',
          '',
          'Branch complaints are in all figures since September. Before that the',
          'branches answered them on their own; the 435 are what they had noted.',
        ],
      ],
    },
  },
  {
    ...common,
    title: 'Refunds before the second email',
    nominee: 'Pennywhistle & Daughters',
    owner: 'cordelia@pennywhistle.example',
    worth: [8, 7, 7, 8, 8],
    comments: [
      'A rule that fits on a seed packet, and a year of being held to it. Say who the 0.9 per cent are.',
      'You checked the surprising figure twice. I would still like to see how the two groups were chosen.',
    ],
    body: `We sell seeds, bulbs and tools by post. When something arrives broken, people write an email. Then, four days later, they write a second one, which is less kind. We read 600 of the second kind and found that it nearly always asked one thing: did you get my first?

So we set ourselves a rule that fits on a seed packet: the money is back before the second email. Any of our 23 advisers refunds, without a picture and without asking, anything up to 80, in the same minute in which they read the first. Then they write. It used to be the other way round.

It took three weeks to agree with the bank and three months to agree with ourselves. Accounts feared abuse. We offered to pay for it from the budget for winning customers, and were held to this for a year.

In that year 14,080 refunds were made, in a median of 47 minutes where it had been six days. Abuse, as far as we can find it, is 0.9 per cent, a little less than before. Second emails fell from 9,200 to 700. Of customers who were refunded, 71 per cent bought again within the season, more than of those to whom nothing had happened at all. We checked that twice.`,
  },
  {
    ...common,
    title: 'A callback with a name on it',
    nominee: 'Marrowfield Telephone Co-operative',
    owner: 'bettany@marrowfield.example',
    worth: [8, 7, 8, 8, 7],
    comments: [
      '“You do not have to tell me again” is the whole entry in one sentence.',
      'A ninth of the hours on calls that no figure of the trade gives credit for: say what it displaced.',
    ],
    body: `Last year we learned to ring back when we had promised. Our members thanked us and then asked the next thing: will it be the same person?

It was not. A matter that took three calls was told three times. So the promise is now made by somebody: “Imke will ring you on Thursday at ten.” Imke has said so herself, in her own diary. She may move it only by ringing. If she is ill, the one who takes over has read the case, and begins with the sentence “You do not have to tell me again”.

We paid for it with flexibility. The rota has to know who promised what, and on Mondays four desks are kept free for people to do nothing but keep their word. A ninth of our hours is spent on calls that we make ourselves, which no figure of the trade gives us any credit for.

After eight months, of 22,600 named callbacks 91 in 100 were made by the person named. Matters told twice fell from 40 to 13 in a hundred. Sick leave in the centre fell by a fifth; we do not claim that as an effect, but the advisers do.`,
  },
  {
    ...common,
    title: 'Plain letters for long lives',
    nominee: 'Evenside Pensions',
    owner: 'alban.frith@evenside.example',
    worth: [8, 7, 9, 7, 7],
    comments: [
      'A lawyer who may change what is wrong but not what is plain. I have never seen it put so well.',
      'The panel of sixty is the craft here. The figures are sound for one letter of 74; I should like three more.',
    ],
    body: `The people we write to are 81 years old on average. Our letters were written by lawyers for lawyers, and it was our contact centre that translated them, one caller at a time.

We put the two in one room. For a year, every new letter has been drafted by an adviser who takes calls and corrected by a lawyer who may change what is wrong but not what is plain. Then three of our pensioners, from a panel of sixty, read it aloud. If one of them stops, it goes back.

Of 118 letters, 74 are done, those sent most often first. The notice of a changed pension used to have 812 words and now has 160, with the new sum in the first line. Calls about it fell from 19 to 6 in every hundred letters sent. The centre uses the hours to ring, unasked, everybody who turns 90, with one question: is there somebody you would like us to be able to speak to?

Four of the panel have died since we began. Their names stand on the wall of the room where the letters are read.`,
  },
  {
    ...common,
    state: 'submitted',
    title: 'The night desk',
    nominee: 'The Lantern Line',
    owner: 'joss@lantern-line.example',
    worth: [8, 8, 8, 7, 7],
    comments: [],
    body: `Between one and five in the morning our helpline takes a fifth of its calls, and took them, for years, with a quarter of the attention. The volunteers were tired and alone, and whoever had a hard call had nobody to tell until the morning.

Since March the night has a desk of its own. Three people share it, in one room with a lamp and soup, and one of them is always off the telephone. That one listens to whoever has just hung up. The shifts are short, from eleven to three and from three to seven, and we pay for the taxi.

We gave up something for it: the line is closed on Sunday afternoons, when it was quietest. We asked 140 callers first, and 11 were against it.

In eight months the night desk took 9,300 calls. Calls cut short by us fell from 12 to 3 in a hundred. Of thirty-four night volunteers none has left; of the twenty-eight before them, seventeen had left within the year. Callers do not know that anything has changed. A few have said that we sound as if we had company.`,
  },
  {
    ...common,
    state: 'draft',
    title: 'The hour after the flood',
    nominee: 'Valewick Mutual',
    owner: 'orla.tennant@valewick.example',
    worth: [8, 8, 8, 7, 7],
    comments: [],
    body: `When the river rose on the second of March, forty-one of our policyholders in Wick Lower rang within the hour. We had a plan for floods. It began with a form.

A colleague who had been an adviser for eleven weeks did not open it. She asked each caller one thing: where will you sleep tonight? By six o’clock she had written forty-one answers on the back of a rota, and we had found that we could not act on any of them, because our system asks for the policy number first and a bed last.

That evening we turned the form round. What a person needs in the first hour comes first: a bed, dry clothes, medicine, someone to ring their mother. The policy number comes tomorrow. Any adviser may now spend up to 600 on a caller in that hour without asking anybody, and tells us afterwards what it was for.

It has been used in three floods and one fire since, for 219 households. The median caller had a bed 70 minutes after ringing. Of 164 whom we asked a month later, 121 said that we had helped “when it mattered”; after the flood before, asked with the same words, it had been 64 of 139.`,
    file: {
      kind: 'csv',
      name: 'First-hour payments.csv',
      rows: [
        ['event', 'households', 'paid in the first hour', 'median', 'largest', 'what for, most often'],
        ['Wick Lower, flood', 41, 6380, 140, 600, 'bed for the night'],
        ['Aldmoor, flood', 88, 14950, 155, 600, 'bed for the night'],
        ['Pellmarsh, fire', 12, 4410, 380, 600, 'clothes'],
        ['Wick Lower, second flood', 78, 11730, 130, 520, 'medicine and food'],
      ],
    },
  },
];
