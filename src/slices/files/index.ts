/**
 * Files: what people send, kept by its content and counted by who refers to it; later slices say what it lies beside.
 * States: an upload is under way, kept, or over; a content is held until it was scanned, then clean or refused, or unscanned where
 * nobody scans.
 * Who: people send to what is theirs; the scanner's findings come from the system; administrators see what is kept and release what is held.
 */
import './privacy/data.ts';
import './privacy/holder.ts';

export { letGo, referTo } from './contents.ts';
export { byteLimits, type ContentState, type Kept, keptContent } from './schemas.ts';
