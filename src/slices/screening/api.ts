/** Screening for programs: accept, send back, take an acceptance back. */
import { z } from 'zod';
import { type Endpoint, endpoint } from '#http/api/endpoint.ts';
import { entryId } from '#slices/entries/index.ts';
import { acceptEntry, undoScreening } from './decisions.ts';
import { returnEntry } from './mending/returning.ts';
import { about, reason } from './schemas.ts';

const params = z.object({ entry: entryId });
const answer = z.object({ entry: z.uuid() });

export const screeningApi: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/manage/entries/{entry}/acceptance',
    id: 'acceptEntry',
    subject: 'entries',
    summary: 'Accept a submitted entry',
    scope: 'write:entries',
    params,
    answer,
    operation: acceptEntry,
    refusals: ['screening.not-waiting'],
    run: async (ctx, sent) => ({ body: await acceptEntry(ctx, sent.params) }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/manage/entries/{entry}/acceptance',
    id: 'undoAcceptance',
    subject: 'entries',
    summary: 'Take an acceptance back',
    text: 'While no judge has a seat for it.',
    scope: 'write:entries',
    params,
    answer,
    operation: undoScreening,
    refusals: ['screening.nothing-to-undo', 'judging.entry-has-seats'],
    run: async (ctx, sent) => ({ body: await undoScreening(ctx, sent.params) }),
  }),
  endpoint({
    method: 'POST',
    path: '/manage/entries/{entry}/return',
    id: 'returnEntry',
    subject: 'entries',
    summary: 'Send an entry back to be mended',
    text: 'The entrant gets a mail with the reason. Until `until` the entry may be submitted again, even where entries have closed; without it, while they are open.',
    scope: 'write:entries',
    params,
    body: z.object({ reason, about, until: z.iso.datetime({ offset: true }).optional() }),
    answer,
    operation: returnEntry,
    refusals: ['screening.not-waiting'],
    run: async (ctx, sent) => ({ body: await returnEntry(ctx, { ...sent.params, ...sent.body }) }),
  }),
];
