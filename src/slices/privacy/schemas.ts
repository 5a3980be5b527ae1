/** Shapes the forms of privacy share. */
import { z } from 'zod';
import type { ProgrammeId } from '#platform/ids.ts';

export const reason = z.string().trim().min(3).max(500);

/** In whole days, a hundred years at most. */
export const days = z.coerce.number().int().min(1).max(36_500);

/** '' is every programme. */
export const scope = z.union([z.literal(''), z.uuid()]).transform((text) => (text === '' ? null : (text as ProgrammeId)));

export type RequestKind = 'export' | 'erasure';
export type RequestState = 'waiting' | 'ready' | 'done' | 'withdrawn' | 'refused' | 'expired';
