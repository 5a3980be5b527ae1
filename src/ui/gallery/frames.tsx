import { Button, ButtonLink } from '../actions/button.tsx';
import { OwnList, OwnThing } from '../data/own-list.tsx';
import { QrCode } from '../data/qr-code.tsx';
import { Form } from '../forms/form.tsx';
import { Proof } from '../forms/proof.tsx';
import { Chapter, Closing, Hero, Opening, Prose } from '../frames/editorial.tsx';
import { Dock, PageHead, Row, Section, Split, Stack } from '../frames/frames.tsx';
import { Crumbs } from '../navigation/nav.tsx';
import { Specimen } from './specimen.tsx';

/** Rows of modules, as the one who made the code gives them; this one says nothing. */
const qr = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

function Public() {
  return (
    <Specimen id="public" name="Parts of a public page" from="frames/editorial.tsx">
      <Stack space="wide">
        <Hero title="Kept promises" lead="For the service people remember." acts={<ButtonLink to="#public">Start an entry</ButtonLink>} />
        <Opening over="20 May 2027" title="The winners" lead="Thirty-one entries, twelve judges." />
        <Chapter title="How judging works" aside={<p className="soft">In four steps</p>}>
          <Prose text={'Every entry is read by five judges.\n\nNobody reads an entry of their own house.'} />
        </Chapter>
        <Closing title="Entries close on 29 January">
          <Button kind="main">Start an entry</Button>
        </Closing>
      </Stack>
    </Specimen>
  );
}

function Work() {
  return (
    <Specimen id="work" name="Parts of a work page" from="frames/frames.tsx">
      <Stack space="tight">
        <PageHead
          title="Three rings, one human"
          crumbs={<Crumbs label="The way to this entry" items={[{ to: '#work', text: 'Entries' }, { text: 'H3-0388' }]} />}
          over="Submitted on 11 January"
          text="Penmarrow Bank"
          acts={<Button>Return to the writer</Button>}
        />
        <PageHead verdict title="Tallow & Finch Mutual is first, and probably rightly." />
        <Split kind="half">
          <Section title="What you read" aside="588 words" first>
            <p className="soft">An essay, a table, a video.</p>
          </Section>
          <Section title="What you do" level={3}>
            <Row apart>
              <span>Three marks are missing</span>
              <Button size="small">Go on</Button>
            </Row>
          </Section>
        </Split>
        <Split kind="wide">
          <p>A wide column</p>
          <p>and a narrow one.</p>
        </Split>
        <Dock text="Saved 14:02:11">
          <Button kind="main">Submit the entry</Button>
        </Dock>
      </Stack>
    </Specimen>
  );
}

function Own() {
  return (
    <Specimen id="own" name="Things of one’s own" from="data/own-list.tsx, qr-code.tsx, forms/proof.tsx">
      <div className="two">
        <Stack>
          <OwnList>
            <OwnThing
              name="Firefox on a computer"
              note="Dublin, since 12 January"
              act={
                <Button size="small" kind="quiet">
                  Sign out
                </Button>
              }
            />
          </OwnList>
          <QrCode rows={qr} label="A code for the app" />
        </Stack>
        <Form act="proof">
          <Proof
            id="proof"
            ask={{
              title: 'Show that it is you',
              text: 'It is a while since you signed in.',
              secret: { label: 'Your password', hint: 'As you sign in with it' },
              passkey: { text: 'Use a passkey', failed: 'No passkey answered.', options: '{}' },
              link: { text: 'Send me a link instead', hint: 'It works for ten minutes' },
            }}
          />
        </Form>
      </div>
    </Specimen>
  );
}

/** What pages are made of. */
export function Frames() {
  return (
    <>
      <Public />
      <Work />
      <Own />
    </>
  );
}
