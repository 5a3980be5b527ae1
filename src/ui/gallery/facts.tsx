import { Facts, Figures } from '../data/facts.tsx';
import { Fold } from '../data/fold.tsx';
import { Log, Ready, Tasks } from '../data/lists.tsx';
import { Phases } from '../data/phases.tsx';
import { Progress } from '../data/progress.tsx';
import { Tag } from '../messages/tag.tsx';
import { Specimen } from './specimen.tsx';

/** What is due, missing, done, and the figures. */
export function FactsAndLists() {
  return (
    <>
      <Specimen id="tasks" name="Tasks and what happened" from="data/lists.tsx">
        <div className="two">
          <Tasks
            items={[
              {
                to: '#tasks',
                text: 'Answer a question on the programme page',
                tag: <Tag kind="bad">2 days late</Tag>,
                note: 'Asked by a visitor on 8 January',
              },
              {
                to: '#tasks',
                text: 'Invite nine more judges',
                tag: <Tag kind="warn">by Friday 15</Tag>,
                note: '63 have agreed; your limit is 30 entries each',
              },
              { to: '#tasks', text: 'Confirm who screens on 1 February', tag: <Tag>by 29 January</Tag> },
            ]}
          />
          <Log
            items={[
              {
                key: 'a',
                instant: '2027-01-12T09:22:00Z',
                time: '09:22',
                text: 'An entry in H3b was submitted',
                note: 'Saltmarsh Lane Credit Union',
              },
              { key: 'b', instant: '2027-01-12T08:57:00Z', time: '08:57', text: 'Tobiah Renn agreed to screen' },
              { key: 'c', instant: '2027-01-11T18:10:00Z', time: 'Mon 18:10', text: 'Noor Hallisey moved an entry from H1a to H1h' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen id="progress" name="Progress and readiness" from="data/progress.tsx, lists.tsx">
        <div className="two">
          <Progress label="Drawing the marks again" value={12400} max={20000} note="12,400 of 20,000" />
          <Ready
            items={[
              { state: 'done', stateName: 'Done', text: 'Criteria and anchors', note: 'four' },
              { state: 'due', stateName: 'Missing', text: 'Enough judges', note: '63 of 72' },
              { state: 'due', stateName: 'Missing', text: 'Consent of Orla Tennant', more: 'Named in the essay.' },
              { state: 'open', stateName: 'Later', text: 'All entries screened', note: '1 February' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen id="figures" name="Figures and facts" from="data/facts.tsx">
        <Figures
          of={[
            { name: 'Submitted', value: 131, note: '118 on this day last year' },
            { name: 'Complained again', value: '14 %', note: 'n = 7,206; 13 to 15' },
            { name: 'Corrected score', value: '8.61', note: '8.21 to 9.02' },
          ]}
        />
        <hr />
        <Facts
          of={[
            { name: 'Sealed', value: '20 March 2026, 17:00:00 Dublin' },
            { name: 'Ballots', value: '2,060' },
            { name: 'Root', value: 'c41d 0b7e 93fa 5526 e8d0 7719' },
          ]}
        />
      </Specimen>
      <Specimen id="phases" name="Phases" from="data/phases.tsx">
        <Phases
          items={[
            { name: 'Nominations', when: '5 October to 18 December 2026', state: 'done', tag: 'closed' },
            { name: 'Entries', when: 'until Friday 29 January 2027, 17:00 Dublin', state: 'now', tag: 'open now' },
            { name: 'Judging', when: '15 February to 19 March' },
          ]}
        />
      </Specimen>
      <Specimen id="fold" name="Fold" from="data/fold.tsx">
        <Fold summary="What does it cost?" open>
          <p className="soft">Nothing to enter, nothing to win, nothing for the trophy.</p>
        </Fold>
        <Fold summary="May we enter again?">
          <p className="soft">Yes, with something achieved since.</p>
        </Fold>
      </Specimen>
    </>
  );
}
