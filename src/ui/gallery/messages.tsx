import { Button, ButtonLink } from '../actions/button.tsx';
import { Link } from '../actions/link.tsx';
import { Banner } from '../messages/banner.tsx';
import { Dialog } from '../messages/dialog.tsx';
import { Empty } from '../messages/empty.tsx';
import { Keys } from '../messages/keys.tsx';
import { Notice } from '../messages/notice.tsx';
import { Avatars, Comment } from '../messages/people.tsx';
import { Tag } from '../messages/tag.tsx';
import { Toast } from '../messages/toast.tsx';
import { Trouble } from '../messages/trouble.tsx';
import { When } from '../messages/when.tsx';
import { Specimen } from './specimen.tsx';

function Notices() {
  return (
    <div className="stack">
      <Notice lead="Judging is blind in this round.">Names are hidden in text and files; tell us if one slipped through.</Notice>
      <Notice kind="ok" lead="Submitted on 29 January at 16:58:41.">
        A receipt is on its way to you. You can change the entry until 17:00.
      </Notice>
      <Notice kind="warn" lead="Dag Vennerstad changed this field while you wrote.">
        Both texts are below; choose one or take from each.
      </Notice>
      <Notice kind="bad" lead="Entries closed at 17:00:00 and this arrived at 17:00:09.">
        The grace period of five seconds had passed. What you wrote is kept. If something outside your control went wrong,{' '}
        <Link to="#notice">ask for a late code</Link>.
      </Notice>
    </div>
  );
}

/** What stands in the place of a page, one for each kind of answer. */
const troubles = [
  {
    status: 404,
    title: 'There is nothing here',
    text: 'The address may be mistyped, the page may have moved, or it may not be open to you.',
  },
  {
    status: 409,
    title: 'Somebody was faster',
    text: 'What you wanted to change was changed since you opened the page, so nothing was done.',
  },
  { status: 413, title: 'That is too large to send', text: 'The server takes at most what the form says, and has kept nothing.' },
  {
    status: 422,
    title: 'This could not be done',
    text: 'The server refused the request and has changed nothing. Go back and check what you sent.',
  },
  { status: 429, title: 'Too many tries in a short time', text: 'Nothing is lost: try again in a few minutes.' },
  {
    status: 503,
    title: 'The server is busy',
    text: 'It could not answer in time and has changed nothing. Wait a minute, then load the page again.',
  },
] as const;

function Troubles() {
  return (
    <Specimen id="trouble" name="Pages of errors" from="messages/trouble.tsx">
      <div className="stack-6">
        <Trouble
          level="h3"
          title="Something is broken on our side"
          text="The fault was written to the log. Go back and try again; if it happens twice, send the organiser the reference below."
          reference="Reference 7kq2mzrx"
        >
          <ButtonLink to="#trouble">Go to the first page</ButtonLink>
        </Trouble>
        {troubles.map(({ status, title, text }) => (
          <Trouble key={status} level="h3" title={title} text={text} />
        ))}
      </div>
    </Specimen>
  );
}

/** What the page says to the reader. */
export function Messages() {
  return (
    <>
      <Specimen id="status" name="Status" from="messages/tag.tsx">
        <p className="row gap-wide">
          <Tag>Draft</Tag>
          <Tag kind="busy">In judging</Tag>
          <Tag kind="ok">Submitted</Tag>
          <Tag kind="warn">Returned to you</Tag>
          <Tag kind="bad">Not eligible</Tag>
          <Tag kind="new">New this year</Tag>
        </p>
      </Specimen>
      <Specimen id="notice" name="Notice" from="messages/notice.tsx">
        <Notices />
      </Specimen>
      <Specimen id="banner" name="Across the top of a page" from="messages/banner.tsx">
        <Banner label="Standing in for somebody" act={<Button size="small">Stop</Button>}>
          You stand in for Bjarne Holm until 15:02. What you do is recorded under both names.
        </Banner>
      </Specimen>
      <Specimen id="toast" name="Toast with undo" from="messages/toast.tsx">
        <Toast undo={<Button size="small">Undo</Button>}>4 entries moved to H1h</Toast>
      </Specimen>
      <Specimen id="dialog" name="Before a dangerous act" from="messages/dialog.tsx">
        <Dialog
          title="Send the reminder to 83 people?"
          acts={
            <>
              <ButtonLink to="#dialog">See the list</ButtonLink>
              <Button kind="main">Send 83 mails</Button>
            </>
          }
        >
          Everyone with a draft who has not written since 1 January. Two of them asked for no more mail and are left out. A mail cannot be
          called back.
        </Dialog>
      </Specimen>
      <Specimen id="empty" name="Empty state" from="messages/empty.tsx">
        <Empty
          title="No entries yet"
          acts={
            <>
              <ButtonLink to="#empty">See what entrants see</ButtonLink>
              <ButtonLink kind="quiet" to="#empty">
                Import from a sheet
              </ButtonLink>
            </>
          }
        >
          They will appear here as people submit, newest first. Drafts are not shown: they belong to their writers until then.
        </Empty>
      </Specimen>
      <Troubles />
      <Specimen id="when" name="Date in two zones" from="messages/when.tsx">
        <div className="row gap-wide">
          <When instant="2027-01-29T17:00:00Z" yours="12:00 Toronto, your time · in 17 days">
            Fri 29 January 2027, 17:00 Dublin
          </When>
          <When instant="2027-05-20T19:00:00Z" yours="Your zone is the same">
            Thu 20 May 2027, 20:00 Dublin
          </When>
        </div>
      </Specimen>
      <Specimen id="people" name="People and keys" from="messages/people.tsx, keys.tsx">
        <div className="stack">
          <p className="row">
            <Avatars names={['Maren Oduya', 'Tobiah Renn', 'Noor Hallisey']} />
            <span className="soft t-sm">Three on this panel</span>
          </p>
          <Comment name="Noor Hallisey" when="lead judge, yesterday 16:20">
            I would hear judge 3 before we vote. The marks are low but the order is ours.
          </Comment>
          <Keys
            of={[
              { keys: ['J', 'K'], does: 'criterion' },
              { keys: ['1', '0'], does: 'mark' },
              { keys: ['N'], does: 'next entry' },
            ]}
          />
        </div>
      </Specimen>
    </>
  );
}
