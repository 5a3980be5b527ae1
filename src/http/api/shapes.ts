/** Shapes several slices answer with. */
import { z } from 'zod';

/** RFC 3339 in UTC, `2026-03-01T09:00:00.000Z`. */
export const instant = z.iso.datetime();

/** RFC 9557 in the programme's zone, `2026-03-01T09:00:00+00:00[Europe/Dublin]`. */
export const zoned = z.string();

/** The part of an address a programme or an edition is known by. */
export const slug = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** The address of an edition. */
export const editionAddress = z.object({ programme: slug, edition: slug });
