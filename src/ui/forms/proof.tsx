import { Button } from '../actions/button.tsx';
import { PasskeyButton } from './passkey-button.tsx';

/** What proves who sits there, each way only where they have it; every text is the server's. */
export type ProofAsk = {
  readonly title: string;
  readonly text: string;
  readonly secret: { readonly label: string; readonly hint: string } | undefined;
  readonly passkey: { readonly text: string; readonly failed: string; readonly options: string } | undefined;
  readonly link: { readonly text: string; readonly hint: string } | undefined;
};

/** Stands in the form it guards, so that what is proved and what is to be done are sent as one. */
export function Proof({ id, ask }: { id: string; ask: ProofAsk }) {
  const { title, text, secret, passkey, link } = ask;
  const field = `${id}-proof`;
  return (
    <fieldset className="proof">
      <legend className="h3">{title}</legend>
      <p className="soft">{text}</p>
      {secret && (
        <div className="field">
          <label htmlFor={field}>{secret.label}</label>
          <span className="hint" id={`${field}-hint`}>
            {secret.hint}
          </span>
          <input
            id={field}
            className="input"
            type="password"
            name="_proof"
            autoComplete="current-password"
            aria-describedby={`${field}-hint`}
          />
        </div>
      )}
      {passkey && (
        <PasskeyButton does="get" field="_passkey" options={passkey.options} failed={passkey.failed}>
          {passkey.text}
        </PasskeyButton>
      )}
      {link && (
        <p className="row">
          <Button kind="quiet" name="_link" value="1">
            {link.text}
          </Button>
          <span className="t-sm faint">{link.hint}</span>
        </p>
      )}
    </fieldset>
  );
}
