import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { freshRecoveryCodes, hideRecoveryCodes } from '#slices/people/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Row, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx) => ({ codes: await freshRecoveryCodes(ctx) }));

export const action = act({ kept: post(hideRecoveryCodes, { input: () => ({}), done: () => '/account/factors?saved=added' }) });

export default function RecoveryCodes() {
  const { codes } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { factors } = useWords();
  const words = factors.recovery;
  const crumbs = [{ to: '/account', text: factors.crumb }, { to: '/account/factors', text: factors.title }, { text: words.title }];
  const shown = codes.length > 0;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={shown ? words.lead : undefined} crumbs={<Crumbs label={factors.crumb} items={crumbs} />} />
        {!shown && <Notice>{words.over}</Notice>}
        {shown && (
          <>
            <ul className="codes" aria-label={words.list}>
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
            <p className="soft measure">{words.keep}</p>
            <Form act="kept" refusal={refusalOf(refused, 'kept')}>
              <Row>
                <ButtonLink to="/account/recovery-codes.txt" download icon="download">
                  {words.download}
                </ButtonLink>
                <Button kind="main">{words.kept}</Button>
              </Row>
            </Form>
          </>
        )}
      </Stack>
    </AccountPage>
  );
}
