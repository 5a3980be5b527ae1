/** The attacks the product has to stand, and where it is shown that it does. A new one is a line here and a test there. */

export type Attack = {
  readonly attack: string;
  /** Title of a test, in a file. */
  readonly tests: readonly (readonly [file: string, title: string])[];
};

const here = 'tests/house/attacks/attacks.db.test.ts';
const routes = 'tests/house/pages/routes.db.test.ts';
const slow = 'src/platform/processes/slow-clients.test.ts';
const races = 'tests/support/races/races.test.ts';
const attempts = 'src/slices/people/proof/attempts.test.ts';
const people = 'src/slices/people/people.test.ts';

export const corpus: readonly Attack[] = [
  {
    attack: 'markup in any field, on any page',
    tests: [
      [here, 'words of no field of any table become an element, an attribute or an address on any page'],
      [here, 'a page that let words be markup would be seen to: in text, in an attribute, in an address and in a script'],
    ],
  },
  {
    attack: 'missing or weakened headers, scripts from elsewhere',
    tests: [[routes, 'the headers of every kind of answer are those that were reviewed']],
  },
  {
    attack: 'forms of other sites',
    tests: [
      [here, 'a form that comes from a page of another site, or from none a browser would name, does nothing'],
      ['src/http/app.test.ts', 'a form of another site is refused before any page sees it'],
    ],
  },
  { attack: 'framing', tests: [[here, 'a form that comes from a page of another site, or from none a browser would name, does nothing']] },
  {
    attack: 'a made-up host',
    tests: [[here, 'who is asked for is decided by the connection’s host alone, and a made-up one is in no answer and no mail']],
  },
  {
    attack: 'poisoning a cache, or deceiving one into keeping',
    tests: [[here, 'no personal page can be had from a cache, under no name a cache would keep']],
  },
  {
    attack: 'paths out of a folder',
    tests: [
      [here, 'no address leads out of the folders that are served'],
      ['src/http/app.test.ts', 'assets are kept for ever, and nothing outside their folder is served'],
      ['src/slices/entries/files.test.ts', 'a file is kept under the hash of its content and named without the path it came from'],
    ],
  },
  { attack: 'leading people to another site', tests: [[here, 'no way back leads to another site, whatever a browser makes of it']] },
  { attack: 'headers made of data', tests: [[here, 'nothing that is sent becomes a header of its own']] },
  {
    attack: 'statements made of search, order and filter',
    tests: [[here, 'what is searched, sorted and filtered by is a value, whatever it says']],
  },
  {
    attack: 'ids of others',
    tests: [
      [here, 'every id of another organisation answers as one that is nowhere, to whoever may open everything of their own'],
      [routes, 'what is not for the public yet answers as if it were not there'],
      ['src/slices/judging/secrecy.test.ts', 'strangers, entrants and other judges are refused everything, and nothing is written'],
    ],
  },
  {
    attack: 'fields nobody asked for',
    tests: [[here, 'fields nobody asked for change nothing, and names that reach into objects reach nothing']],
  },
  {
    attack: 'names that reach into every object',
    tests: [[here, 'fields nobody asked for change nothing, and names that reach into objects reach nothing']],
  },
  {
    attack: 'looking first and acting afterwards',
    tests: [
      [races, 'the same entry submitted by six windows at once is submitted once, under one number'],
      [races, 'results published by six windows at once are published once'],
      [races, 'a planted look before an act is found at every start, and the same behind a held door never'],
    ],
  },
  {
    attack: 'texts that keep an expression at work',
    tests: [
      [
        'tests/nightly/expressions.test.ts',
        'no expression of the product takes longer than in proportion to a text, whatever the text is made of',
      ],
    ],
  },
  {
    attack: 'archives that unpack to more than there is room for',
    tests: [
      ['src/platform/formats/zip.test.ts', 'stops unpacking at the limit, whatever the archive says of itself'],
      [
        'src/platform/formats/xlsx.test.ts',
        'is never unpacked beyond the limit, whatever it says of itself, and all its files count together',
      ],
    ],
  },
  {
    attack: 'formulas in tables',
    tests: [
      ['src/platform/formats/table-cells.test.ts', 'in CSV no words begin as a formula does'],
      ['src/platform/formats/table-cells.test.ts', 'in a workbook words are text whatever they begin with, and no cell holds a formula'],
    ],
  },
  {
    attack: 'directions and look-alikes of letters',
    tests: [
      ['src/words/isolated.test.ts', 'a text in a sentence begins and ends its own direction, and marks inside it reach nothing outside'],
      ['src/ui/frames/directions.test.tsx', 'each paragraph of a text runs in its own direction'],
      ['src/cli/tally/input/reading.test.ts', 'with controls or changes of direction are refused, and never printed raw'],
    ],
  },
  {
    attack: 'bytes that are no text, and NUL',
    tests: [
      [here, 'bytes that are no text, a thousand fields and bodies beyond every limit are handled'],
      ['src/slices/entries/writing.test.ts', 'line breaks count once, and what no text can hold is left out'],
    ],
  },
  {
    attack: 'very long input',
    tests: [
      [here, 'bytes that are no text, a thousand fields and bodies beyond every limit are handled'],
      ['src/http/app.test.ts', 'a body larger than a form may be is refused, and one with files may be larger'],
    ],
  },
  { attack: 'very long heads', tests: [[slow, 'a head of more than sixteen kilobytes is refused before anybody reads it']] },
  {
    attack: 'requests that trickle',
    tests: [[slow, 'whoever lets a head or a body trickle is cut off in time, and everybody else is served meanwhile']],
  },
  { attack: 'one request inside another', tests: [[slow, 'a request with %s is refused, and nothing after it is taken for another']] },
  {
    attack: 'sessions and cookies brought along',
    tests: [[here, 'a session somebody brings along is nobody’s, and of two cookies only one that stands for a session counts']],
  },
  {
    attack: 'learning who has an account, by words or by time',
    tests: [
      [attempts, 'tells nobody whether an address has an account: the answer and the statements are the same'],
      [people, 'is mailed to known and unknown addresses alike, so that nobody learns who has an account'],
    ],
  },
  {
    attack: 'guessing passwords and codes',
    tests: [
      [attempts, 'shuts out whoever guesses, and neither their neighbours nor the owner'],
      [attempts, 'from a hundred places at once waits as well, except for a browser that was signed in before'],
    ],
  },
  { attack: 'reading secrets out of the database', tests: [[people, 'and a session are kept as hashes only']] },
  {
    attack: 'content under a false name',
    tests: [['src/slices/entries/files.test.ts', 'what is too large, empty or of another kind is refused in words, and nothing is kept']],
  },
  {
    attack: 'secrets and people in logs',
    tests: [['tests/house/logs/logs.db.test.ts', 'what is sent to every address of the web process stands in no line of its log']],
  },
  {
    attack: 'telling secrets by counts, orders, headers, mail or work',
    tests: [
      ['tests/house/secrets.db.test.ts', 'whoever may know nothing is told the same in both worlds'],
      [
        'tests/house/secrets.db.test.ts',
        'what belongs to one person alone differs for nobody else, manager, auditor and fellow judge included',
      ],
      ['tests/house/secrets.db.test.ts', 'a mail says the same in both worlds, but to whom the secret is told'],
    ],
  },
];

/** Attacks that find nothing to attack here, and why. Whoever builds what they need moves them up. */
export const outOfReach: Readonly<Record<string, string>> = {
  'markup in mails': 'mails are plain text',
  'markup and scripts in uploaded pictures and pages':
    'uploads are served as attachments in a sandbox, never as pages; files has the tests of its kinds',
};
