/** Sentences of an entry on paper, and of the receipt anybody can make again. */
import { fileSize } from '../numbers.ts';

export const printing = {
  link: 'Print or save as PDF',
  title: 'Print view',
  print: 'Print',
  how: 'This page is laid out for paper. Your browser prints it or saves it as PDF (Ctrl P, or ⌘ P).',
  asOf: (at: string) => `As it stands on ${at}`,
  draft: 'Not submitted: nobody but its writer reads this draft.',
  publicId: 'Public id',
  edition: 'Edition',
  nominee: 'Nominee',
  writer: 'Writer',
  answers: 'What it says',
  files: 'Files',
  noFiles: 'No file lies beside it.',
  file: 'File',
  size: 'Size',
  sizeOf: fileSize,
  hash: 'SHA-256',
  receipt: {
    title: 'Receipt',
    text: 'The mark is the SHA-256 of everything that was submitted. It was made again just now of what is kept.',
    agrees: 'What is kept today makes the same mark.',
    differs:
      'What is kept today does not make the mark of the receipt any more: something of it was changed or erased since, or it was submitted before receipts could be made again.',
    download: 'The text the mark is of (JSON)',
    check: (name: string) => `Anybody can check it: sha256sum ${name} prints the mark.`,
    earlier: 'It is being written again: this is the receipt of what was submitted last.',
  },
};
