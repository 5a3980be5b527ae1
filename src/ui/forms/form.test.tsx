import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Button } from '../actions/button.tsx';
import { type Frame, FrameProvider } from '../base/frame.tsx';
import { Check, Checks } from './choice.tsx';
import { Form, type Refusal } from './form.tsx';
import { Scale } from './scale.tsx';
import { TextField } from './text-field.tsx';

const frame: Frame = {
  base: '/awards',
  site: 'https://example.org/awards',
  theme: 'auto',
  language: 'en',
  path: '/entries/7?part=story',
  scripts: false,
  posted: true,
  nonce: undefined,
  reference: undefined,
  seed: 'abc',
};

const refusal: Refusal = {
  problem: {
    title: 'Two things are missing',
    detail: 'Nothing was sent.',
    fields: [{ path: 'marks.craft', message: 'Craft has no mark.' }],
  },
  values: { title: 'Written <before>', 'marks.craft': '' },
  key: 'the-key-of-before',
};

function page(path: string, refused?: Refusal): string {
  return renderToStaticMarkup(
    <FrameProvider frame={{ ...frame, path }}>
      <Form act="submit" refusal={refused}>
        <TextField name="title" label="Title" value="As stored" />
        <Scale name="marks.craft" label="Craft" value="7" />
        <Check name="consent" label="Agreed" checked />
        <Button unavailable="why">Submit</Button>
      </Form>
    </FrameProvider>,
  );
}

test('a form posts to its own page below the sub-path, with its act and a key of its own', () => {
  const html = page('/entries/7?part=story');
  expect(html).toContain('action="/awards/entries/7?part=story" method="post"');
  expect(html).toContain('name="_act" value="submit"');
  expect(html).toContain('name="_key" value="abc.submit"');
});

test('the summary of a refusal names each field once, asks no question twice and repeats nothing that stands above it', () => {
  const refused = (path: string, message: string) => ({ ...refusal, problem: { ...refusal.problem, fields: [{ path, message }] } });
  const lineOf = (path: string, message: string) => {
    const names = { who: 'Who is it about?', code: 'Six digits' };
    const html = renderToStaticMarkup(
      <Form act="submit" refusal={refused(path, message)} names={names}>
        -
      </Form>,
    );
    return /<a href="[^"]+">([^<]+)</.exec(html)?.[1];
  };
  expect(lineOf('who', 'Nothing is here yet.')).toBe('Who is it about? Nothing is here yet.');
  expect(lineOf('code', 'Nothing is here yet.')).toBe('Six digits: Nothing is here yet.');
  expect(lineOf('code', refusal.problem.detail)).toBe('Six digits');
  expect(lineOf('other', 'Nothing is here yet.')).toBe('Nothing is here yet.');
});

test('on the first page it names the page and not its layout', () => {
  expect(page('/')).toContain('action="/awards/?index"');
});

test('a refused form keeps what was written and its key, and leads from the summary to the field', () => {
  const html = page('/entries/7', refusal);
  expect(html).toContain('value="Written &lt;before&gt;"');
  expect(html).toContain('name="_key" value="the-key-of-before"');
  expect(html).toContain('<a href="#submit-marks-craft">Craft has no mark.</a>');
  expect(html).toContain('type="radio" id="submit-marks-craft" aria-label="1" name="marks.craft" value="1"');
  expect(html).not.toContain('checked');
});

test('the summary takes the focus only on the answer to the form', () => {
  expect(page('/entries/7', refusal)).toContain('autofocus');
  expect(page('/entries/7')).not.toContain('autofocus');
});

test('a button that cannot work does not submit and points at the reason', () => {
  expect(page('/')).toContain('type="button" aria-disabled="true" aria-describedby="why"');
});

test('boxes ticked before a refusal are ticked after it, and those stored are not brought back', () => {
  const options = ['receipt', 'reminder', 'news'].map((value) => ({ value, label: value }));
  const html = renderToStaticMarkup(
    <Form act="mails" refusal={{ ...refusal, values: { mails: 'reminder\nnews' } }}>
      <Checks name="mails" label="Mails" values={['receipt']} options={options} />
    </Form>,
  );
  expect([...html.matchAll(/checked="" value="([a-z]+)"/g)].map(([, value]) => value)).toEqual(['reminder', 'news']);
});
