import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { standInsForMe } from '#slices/people/index.ts';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { StandIns } from '../../parts/stand-ins.tsx';

export const handle = { js: false };

export const loader = load(async (ctx) => ({ standIns: await standInsForMe(ctx) }));

export default function StandInsForMe() {
  const { standIns } = useLoaderData<typeof loader>();
  const { account, standIns: words } = useWords();
  const crumbs = [{ to: '/account', text: account.title }, { text: words.mine }];
  return (
    <AccountPage title={[words.mine]}>
      <Stack space="wide">
        <PageHead title={words.mine} text={words.mineLead} crumbs={<Crumbs label={account.title} items={crumbs} />} />
        <StandIns standIns={standIns} none={words.mineNone} />
      </Stack>
    </AccountPage>
  );
}
