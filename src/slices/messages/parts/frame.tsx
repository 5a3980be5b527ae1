import type { ReactNode } from 'react';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

export type MailPart = 'list' | 'texts' | 'sender';

type EditionOfPage = { readonly programmeSlug: string; readonly programmeName: string; readonly slug: string; readonly name: string };

export const mailPath = ({ programmeSlug, slug }: EditionOfPage) => `/manage/${programmeSlug}/${slug}/mail`;

type Props = {
  readonly edition: EditionOfPage;
  readonly part?: MailPart;
  readonly title: string;
  /** The title is a finding. */
  readonly verdict?: boolean;
  readonly over?: string;
  readonly text?: string;
  readonly crumbs?: ReactNode;
  readonly acts?: ReactNode;
  readonly said?: string | undefined;
  readonly children: ReactNode;
};

/** A page about the mail of an edition; its tabs lead to the mails, their words and their sender. */
export function MailPage({ edition, part, title, verdict = false, over, text, crumbs, acts, said, children }: Props) {
  const words = useWords().mailing;
  const path = mailPath(edition);
  const tabs = [
    { to: path, text: words.list.title, current: part === 'list' },
    { to: `${path}/texts`, text: words.list.texts, current: part === 'texts' },
    { to: `${path}/sender`, text: words.list.sender, current: part === 'sender' },
  ];
  const head = { ...(crumbs !== undefined && { crumbs }), ...(over !== undefined && { over }), ...(text !== undefined && { text }) };
  return (
    <EditionPage edition={edition} part="mail" title={[verdict ? words.list.title : title]}>
      <PageHead title={title} verdict={verdict} {...head} {...(acts !== undefined && { acts })} />
      <Stack space="wide">
        {said !== undefined && (
          <Notice kind="ok" live>
            {said}
          </Notice>
        )}
        {part && <Tabs label={words.list.title} items={tabs} />}
        {children}
      </Stack>
    </EditionPage>
  );
}
