/** Every slice, in the order of an award's life. Loading them declares their mails, tasks, rounds and listeners. */
import '#slices/system/index.ts';
import '#slices/people/index.ts';
import '#slices/programmes/index.ts';
import '#slices/lists/index.ts';
import '#slices/messages/index.ts';
import '#slices/companies/index.ts';
import '#slices/files/index.ts';
import '#slices/entries/index.ts';
import '#slices/nominations/index.ts';
import '#slices/screening/index.ts';
import '#slices/judging/index.ts';
import '#slices/results/index.ts';
import '#slices/privacy/index.ts';
import '#slices/integrations/index.ts';
