import type { filesProblems } from '#core/problems/files.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { fileSize } from '../numbers.ts';

export const files: Record<keyof typeof filesProblems, ProblemWords> = {
  'files.no-room': {
    title: 'There is no room for files at the moment',
    detail: () =>
      'The disk of this installation is nearly full, so the file was not taken. Everything else is saved as always: texts, marks, and entries that are submitted. Whoever runs the installation has been told; try the file again later.',
  },
  'files.store-away': {
    title: 'The store of files does not answer',
    detail: () =>
      'What you sent has arrived and waits. Try again in a few minutes; nothing has to be sent a second time. Everything else works as always.',
  },
  'files.store-wrong': {
    title: 'The store of files gave back something else',
    detail: () =>
      'After a file is stored it is read back, and this time what came back was not what you sent. It was not kept. Try again; if it happens twice, tell whoever runs the installation.',
  },
  'files.damaged': {
    title: 'This file is damaged',
    detail: ({ name }) => `“${name}” cannot be read to its end. Open it on your computer; if it opens there, save it anew and send that.`,
  },
  'files.two-kinds': {
    title: 'This file is two things at once',
    detail: ({ name }) =>
      `“${name}” holds a second kind of file inside it, as files made to deceive do. Save it anew from the program it was made with, without attachments, and send that.`,
  },
  'files.path-inside': {
    title: 'This document names places outside itself',
    detail: ({ name }) => `A part of “${name}” has a path that leads out of the document. Save it anew from the program it was made with.`,
  },
  'files.unpacks-too-large': {
    title: 'This document unpacks to too much',
    detail: ({ name, megabytes }) =>
      `“${name}” would unpack to more than ${megabytes} MB. Take large pictures out of it, save it anew, and send those as files of their own.`,
  },
  'files.too-many-pixels': {
    title: 'This picture has too many pixels',
    detail: ({ name, millions }) =>
      `“${name}” has more than ${millions} million pixels. Make it smaller, 4,000 pixels on the longer side are plenty, and send that.`,
  },
  'files.video-unreadable': {
    title: 'This video cannot be read',
    detail: ({ name }) =>
      `“${name}” begins as a video, but no picture and no length could be found in it. It may be cut off. Export it again as MP4 (H.264) and send that.`,
  },
  'files.quota-reached': {
    title: 'There is no more room for files here',
    detail: ({ limit }) =>
      `This organisation keeps up to ${fileSize(Number(limit))} of files, and this one would be too much. The organiser can make room or raise the limit.`,
  },
  'files.upload-unfinished': {
    title: 'The file has not arrived whole',
    detail: ({ name, arrived, bytes }) =>
      `Of “${name}” ${fileSize(Number(arrived))} of ${fileSize(Number(bytes))} have arrived. Choose the same file again; it goes on where it stopped.`,
  },
  'files.upload-over': {
    title: 'This upload is over',
    detail: () => 'It was stopped, has been used already, or has waited for more than three days. Choose the file again.',
  },
  'files.held': {
    title: 'This file is being checked',
    detail: ({ name }) => `“${name}” is held until the virus scanner has looked at it. That usually takes less than a minute.`,
  },
  'files.refused': {
    title: 'This file is not given to anybody',
    detail: ({ name, finding }) => `In “${name}” the virus scanner found ${finding}. Remove it, and send a file that is clean.`,
  },
  'files.tus-version': {
    title: 'Another version of the protocol',
    detail: () => 'Uploads speak tus 1.0.0, and every request but OPTIONS says so in its header Tus-Resumable.',
  },
  'files.tus-header': {
    title: 'A header is missing or wrong',
    detail: ({ header }) => `The header ${header} is missing, or what it says cannot be understood.`,
  },
  'files.tus-type': {
    title: 'Another media type',
    detail: () => 'A piece of a file comes under the media type the protocol tus has for pieces, offset+octet-stream.',
  },
  'files.tus-offset': {
    title: 'The piece does not belong here',
    detail: ({ arrived }) => `So far ${arrived} bytes have arrived; the next piece begins there.`,
  },
  'files.tus-checksum': {
    title: 'The piece was changed on its way',
    detail: () => 'Its checksum is another than the one it came with. Nothing of it was kept; send it again.',
  },
  'files.tus-busy': {
    title: 'Somebody else is writing this file',
    detail: () => 'Another connection is sending a piece of this file at the moment. Try again in a second.',
  },
};
