/** One application for all journeys of a run; workers find it by its address. */
import { startApplication } from './application.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const application = await startApplication();
  process.env.PLAUDIT_JOURNEYS_URL = application.url;
  return application.stop;
}
