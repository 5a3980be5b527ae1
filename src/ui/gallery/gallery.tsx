import { Foot } from '../navigation/bars.tsx';
import { Skip } from '../navigation/skip.tsx';
import { ThemeChoice } from '../navigation/theme-choice.tsx';
import { Acts } from './acts.tsx';
import { FactsAndLists } from './facts.tsx';
import { Fields } from './fields.tsx';
import { Frames } from './frames.tsx';
import { Grounds } from './grounds.tsx';
import { Messages } from './messages.tsx';
import { Plots } from './plots.tsx';
import { Tables } from './tables.tsx';
import { Both } from './themes.tsx';
import { Uploads } from './uploads.tsx';
import { Ways } from './ways.tsx';
import './gallery.css';

export const handle = { js: false };

/** Every part in every state, with invented content: what a screen is built from, and what the browser tests look at. */
export default function Gallery() {
  return (
    <>
      <title>Components · Plaudit</title>
      <Skip>Skip to the content</Skip>
      <main id="main">
        <div className="wrap">
          <header className="winners-head">
            <h1 className="display">Components</h1>
            <p className="lead">Every part in every state. Left, its name and its file. Where two will do, there are not three.</p>
          </header>
          <Grounds />
          <Acts />
          <Fields />
          <Uploads />
          <Messages />
          <Tables />
          <FactsAndLists />
          <Ways />
          <Frames />
          <Plots />
          <Both />
        </div>
      </main>
      <Foot work theme={<ThemeChoice to="/theme" legend="Theme" names={{ auto: 'Auto', light: 'Light', dark: 'Dark' }} />}>
        <span>Invented content</span>
      </Foot>
    </>
  );
}
