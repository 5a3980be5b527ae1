/** Trials of what is done with files on their way and with their contents. */
import { noteFinding, noteKept, releaseContent, startUpload, stopUpload } from '#slices/files/index.ts';
import { aDraft, dates } from '#tests/support/season.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { whileOpen } = dates;
const sha256 = '1'.repeat(64);

const upload = async (stage: Stage) => {
  const { entry } = await aDraft(stage, { owner: stage.people.owner });
  return { kind: 'entry', subject: entry, name: 'talk.mp4', bytes: 100 };
};
const begun = async (stage: Stage) => {
  const started = await startUpload(stage.as(stage.people.owner, { clock: whileOpen }), await upload(stage));
  return { upload: started.upload };
};

/** A content that is held, whatever was found in it before. */
async function held(stage: Stage): Promise<{ sha256: string }> {
  await stage.database.owner.pool.query(
    `insert into plaudit.contents (organisation_id, hash, bytes, media_type, state, refers, kept_at) values ($1, $2, 9, 'text/plain', 'held', 0, now())
     on conflict (organisation_id, hash) do update set state = 'held'`,
    [stage.organisation, Buffer.from(sha256, 'hex')],
  );
  return { sha256 };
}

export const fileTrials: readonly Trial[] = [
  trial(startUpload, whileOpen, upload),
  trial(stopUpload, whileOpen, begun),
  trial(noteKept, whileOpen, async (stage) => ({ ...(await begun(stage)), name: 'a.txt', mediaType: 'text/plain', bytes: 9, sha256 })),
  trial(noteFinding, whileOpen, async (stage) => ({ ...(await held(stage)), state: 'clean' as const, finding: '' }), { role: 'jobs' }),
  trial(releaseContent, whileOpen, held),
];
