import { Due } from '../frames/editorial.tsx';
import { Bar, Masthead } from '../navigation/bars.tsx';
import { Languages } from '../navigation/languages.tsx';
import { Crumbs, Tabs } from '../navigation/nav.tsx';
import { Steps } from '../navigation/steps.tsx';
import { Specimen } from './specimen.tsx';

/** Bars, crumbs, tabs, steps and the heads of pages. */
export function Ways() {
  return (
    <>
      <Specimen id="nav" name="Bars, crumbs, tabs" from="navigation/">
        <div className="stack-6">
          <Masthead
            name={{ text: 'The Handbell Awards', to: '#nav' }}
            label="A public page"
            items={[
              { to: '#nav-1', text: '2027 edition', current: true },
              { to: '#nav-2', text: 'Winners' },
            ]}
          />
          <Bar
            product={{ text: 'Plaudit', to: '#nav' }}
            subject={{ text: 'Handbell Awards 2027', to: '#nav' }}
            label="A work page"
            items={[
              { to: '#nav-3', text: 'Home', current: true },
              { to: '#nav-4', text: 'Entries' },
              { to: '#nav-5', text: 'Judging' },
            ]}
            account={{ name: 'Ilse Quarrington', to: '#nav', label: 'Account of Ilse Quarrington' }}
          />
          <Crumbs
            label="You are here"
            items={[
              { to: '#nav', text: 'Results' },
              { to: '#nav', text: 'Contact centre of the year' },
              { text: 'Financial services' },
            ].map((c, i) => ({ ...c, ...(i === 1 ? { to: '#nav-6' } : {}) }))}
          />
          <Tabs
            label="Entries by state"
            items={[
              { to: '#tab-1', text: 'All', count: 131, current: true },
              { to: '#tab-2', text: 'To screen', count: 12 },
              { to: '#tab-3', text: 'Returned', count: 3 },
            ]}
          />
        </div>
      </Specimen>
      <Specimen id="languages" name="A page in other languages" from="navigation/languages.tsx">
        <Languages
          label="Languages of this page"
          place="/gallery"
          canonical="/gallery"
          items={[
            { tag: 'en', name: 'English', direction: 'ltr', to: '#language-1', alone: '/gallery', current: true },
            { tag: 'ar', name: 'العربية', direction: 'rtl', to: '#language-2', alone: '/gallery', current: false },
          ]}
        />
      </Specimen>
      <Specimen id="steps" name="Steps of a form" from="navigation/steps.tsx">
        <div className="narrow">
          <Steps
            label="Parts of the entry"
            items={[
              { to: '#step-1', text: 'Nominee and category', state: 'done', stateName: 'Complete', note: 'H3b, Financial services' },
              { to: '#step-2', text: 'Your story', state: 'begun', stateName: 'Begun', note: '152 of 625 words', current: true },
              { to: '#step-3', text: 'Evidence', state: 'due', stateName: 'Needs you', note: '1 file needs you' },
              { to: '#step-4', text: 'Figures', state: 'open', stateName: 'Not begun' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen id="heads" name="What is due" from="frames/editorial.tsx">
        <Due
          items={[
            { over: 'Entries close in 17 days', main: 'Friday 29 January 2027', note: '17:00 Dublin · 12:00 Toronto, your time' },
            { over: 'Winners announced', main: 'Thursday 20 May 2027', note: '20:00 Dublin' },
            { over: 'So far', main: '131 entries, 83 in draft' },
          ]}
        />
      </Specimen>
    </>
  );
}
