/** What was asked and said on the public page of the demo's programme. Days count back from the first start. */
export const questions = [
  {
    by: 'bettany@marrowfield.example',
    kind: 'question',
    ago: 31,
    body: 'Two of our branches did the work together. Do we enter once, or each on its own?',
    answer: 'Once, if it was one piece of work: name both as nominees. Twice, if each could be told without the other.',
  },
  {
    by: 'orla.tennant@valewick.example',
    kind: 'comment',
    ago: 24,
    body: 'The score and its parts that you published last year helped us more than the prize. Please do it again.',
    answer: '',
  },
  {
    by: 'priya@linden-row.example',
    kind: 'question',
    ago: 2,
    body: 'We keep no figures of how long people wait, only what they write to us afterwards. Is it worth entering?',
  },
] as const;
