/** The past edition, category H2. */
import type { DemoEntry } from './shape.ts';

const common = { category: 'H2', state: 'accepted' } as const;

export const pastPractice: readonly DemoEntry[] = [
  {
    ...common,
    title: 'No one comes twice',
    nominee: 'Registry of Births, Corran District',
    owner: 'una.marchetti@corran-registry.example',
    worth: [9, 8, 9, 9, 8],
    // Weighted sums 925, 870, 890, 900: 3,585 together, as for the Lantern Line by another way.
    readings: [
      [10, 9, 9, 9, 8],
      [9, 8, 9, 9, 8],
      [9, 9, 9, 9, 8],
      [9, 9, 9, 9, 9],
    ],
    comments: [
      '“We walk, not they” could hang in every public office I know. Say more about what it asked of the registrars.',
      'Two visits of three were for the registry. The finding is as good as the cure.',
    ],
    body: `To register a child in our district, parents used to make three visits in the hardest and happiest week of their lives: once to report the birth, once to bring what was missing, once to collect the certificate.

We followed forty families through it, with their leave, and wrote down what each visit was for. The first was for them. The other two were for us: to compare papers that lay in offices of the same building, and to sign a certificate that only one person was allowed to sign, on Thursdays.

So we changed who may do what. Each of our seven registrars may now sign. Whoever takes a report sees it through, rings the hospital if something is missing, and posts the certificate the same day. A registrar who would have to send a family away goes to fetch what is missing while the family waits: the rule is that we walk, not they.

Of 2,318 families last year, 2,204 came once. Seventy-one did not come at all, because two registrars visit the maternity ward on weekdays. The staff is the same, the overtime less. The hardest part was the list of papers on our own door, which had been wrong since before any of us worked here, and which nobody had dared to shorten.`,
  },
  {
    ...common,
    title: 'Volunteers who may say yes',
    nominee: 'The Lantern Line',
    owner: 'joss@lantern-line.example',
    worth: [9, 10, 8, 8, 8],
    readings: [
      [9, 10, 9, 8, 9],
      [9, 10, 8, 9, 8],
      [9, 10, 9, 8, 8],
      [9, 9, 8, 10, 9],
    ],
    comments: [
      'A small budget and no form. I read the eleven months of sentences and would not change a line of what was spent.',
      'The three volunteers who did not want the right, and were not asked why, tell me how well this is run.',
    ],
    body: `People ring our helpline at night about debts, a cold flat, a journey to a hospital they cannot pay for. For eleven years our volunteers were allowed to listen, and to give a number that opened at nine.

Since January each volunteer may spend up to sixty on a caller, at once and without asking. No form, no proof, no list of permitted purposes. Afterwards they write one sentence: what it was for. The sentences are read aloud at the monthly meeting, all of them, without names.

We were afraid of two things: that the money would run out, and that the choice would weigh too heavily. We therefore began with twelve of our ninety volunteers, for three months, and with a colleague on the other line for whoever wanted to think aloud.

In eleven months 1,146 callers were helped with 38,770 in all: fares, a gas meter, a locksmith, one birthday cake. The mean is 34. The month’s limit has never been reached. Four calls in ten that used to end with “ring tomorrow” now end with something done. Of the ninety, three asked not to have the right, and were not asked why. Eighty-six were still with us at the year’s end; it used to be about sixty.`,
  },
  {
    ...common,
    title: 'Appeals answered by lunch',
    nominee: 'Wexley Parking Office',
    owner: 'henrike.vale@wexley.example',
    worth: [8, 7, 8, 8, 6],
    comments: [
      'The drawer of good first sentences is the part I shall steal. A tenth of all answers read again the same afternoon is proper craft.',
      'A refused driver who writes to thank you is evidence of a kind. The rest of the evidence is good too.',
    ],
    body: `Nobody loves a parking office. Our appeals took nineteen days and were answered by a letter of which every second sentence began with “pursuant”.

We found that four appeals in five could be decided in under ten minutes by whoever opened the envelope, and that the nineteen days were spent in trays. Now an appeal that reaches us before ten is answered by lunch. The clerk who reads it decides, writes three sentences in their own words and signs with their name. A second clerk reads a tenth of all answers, drawn by lot, the same afternoon.

Training took six mornings. The difficult lesson was not the law but the first sentence: say what was decided, then why. We kept a drawer of good first sentences; it is now a small book.

In the year since, 7,902 of 8,455 appeals were answered the same day. We grant somewhat more of them, 34 in a hundred instead of 29, and are taken to court a third as often. Last month a driver whose appeal we had refused wrote to thank us for the letter. It hangs in the kitchen.`,
  },
  {
    ...common,
    title: 'The meter reader’s notebook',
    nominee: 'Aldmoor Water Board',
    owner: 'tam.greatorex@aldmoor-water.example',
    worth: [8, 8, 7, 7, 7],
    comments: [
      'The reader asks at the door before writing anything down. That care is the difference between help and watching.',
      'From 61 disconnections to 9, and the nine were empty houses. I should like to see the second year.',
    ],
    body: `Our nine meter readers enter 31,000 homes a year, more than the police, the doctor and the priest together. They see the frozen pipe, the unopened letters, the neighbour who has not been out for a week. For this knowledge we had a field of forty characters, called “remarks”, which nobody read.

We gave the readers a paper notebook and Friday afternoon. What they write down is talked through with two colleagues from accounts and one from the parish, and for each note somebody says aloud what they will do by next Friday. Nothing is written about a household without its knowledge: the reader asks at the door.

In the first year 884 notes led to 790 acts: 212 payment plans before the first reminder, 146 leaks found, 37 visits by the parish nurse. Disconnections fell from 61 to 9. The remaining nine were empty houses.

It has not made reading faster. Each reader does four homes fewer a day, and we have hired a tenth. The board agreed after an hour in which two readers read to it from the notebook.`,
  },
  {
    ...common,
    title: 'Repairs, seen from the sofa',
    nominee: 'Saltings Housing Trust',
    owner: 'mirela@saltings.example',
    worth: [7, 7, 8, 9, 7],
    comments: [
      'Publishing the fall from 91 to 54 on the notice boards took courage. It is why I believe the 83.',
      'The tenant closes the job. Simple, and nobody else in this field does it.',
    ],
    body: `A repair was finished, in our books, when the tradesman said so. In the tenant’s book it was finished some time later, after the second visit, or the third.

We asked what a repair looks like from the sofa. It looks like a morning taken off work, a stranger, a missing part and no name to ring. So every repair now belongs to one person from the first call to the tenant’s own “done”. The tradesmen carry a telephone and answer it. Each can order parts to the value of 200 and book the next visit while still in the kitchen. And the tenant, not the tradesman, closes the job.

For three months our figures were dreadful: finished at the first visit fell, on paper, from 91 to 54 per cent, because it was now true. We published it on the notice boards. By the end of the year it stood at 83, still true.

Complaints halved, from 640 to 312. Missed mornings, which we pay for with a day’s rent, fell from 900 to 170. Two tradesmen left; eleven applied for the two places.`,
  },
  {
    ...common,
    title: 'The call after the rescue',
    nominee: 'Fold & Fell Rescue',
    owner: 'euan@fold-and-fell.example',
    worth: [8, 8, 7, 6, 6],
    comments: [
      'That the foil blanket frightens people: only somebody who rang could have known. The numbers are small and honestly told.',
      'It moved me, and I have tried to mark it as if it had not. Evidence is the part to work on.',
    ],
    body: `When we have brought somebody down from the hill they are cold, grateful and gone. For forty years that was the end of it. We knew how each rescue went for us. We did not know how it went for them.

Now one of us rings a week later. Not whoever led the rescue, and never to raise money: it is in the rules, twice. There are three questions. How are you? Is there something you would like to know about that day? What should we have done otherwise? The answers are written on a card and read at the start of the next training.

Of 164 people rung in the first year 151 wanted to talk, for 22 minutes on average. We learned that the foil blanket frightens people who do not know what it is for; that nobody had told families where to wait; that eleven had not slept, and four had not driven, since. We changed the way we speak during a carry, made a card for families, and found a counsellor who gives us six hours a month.

It costs us one evening a week and a telephone. Two other teams have taken it up. Seventeen of those we rang have since joined us, most of them to make the calls.`,
  },
  {
    ...common,
    title: 'Twenty minutes on the floor',
    nominee: 'Osier Lane Grocers',
    owner: 'dorothea@osier-lane.example',
    worth: [7, 7, 7, 7, 6],
    comments: [
      'One question at ten o’clock: what did you do this morning that made no sense? The best meeting I have read of.',
      'The 203 small things are the evidence; a list of them would have been worth two marks more.',
    ],
    body: `We are eleven shops. The people who write our rules work above one of them and had not, we found when we counted, stood behind a till for six years on average.

Since last summer everybody in the office spends the first twenty minutes of each working day on a shop floor, on a rota, doing what the shop asks: filling, carrying, weighing, saying good morning. Nobody observes and nobody reports. There is one question at the office’s ten o’clock: what did you do this morning that made no sense?

The answers are small. A till that asks for a birth date before it sells matches. A return that needs two signatures, of which one is always out. A price label that can only be read by people taller than the shelf. In ten months 203 such things were named and 171 mended, most of them within a week, by the person who had named them and who happened to be responsible.

The time a return takes fell from eleven minutes to three. Of customers asked at the door, 74 in a hundred say that they were “dealt with at once”, against 55 before (n = 2,640). The office starts twenty minutes later, and is quieter in the afternoon.`,
  },
];
