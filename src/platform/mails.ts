/** A mail is a function: data in; subject and text out. Each slice declares its own; the sending job looks them up by name. */
import type { Words } from '#words/index.ts';

export type MailData = Readonly<Record<string, string | number | null>>;
export type MailSetting = { readonly words: Words; readonly url: string };
export type MailText = { readonly subject: string; readonly text: string };
export type MailFunction = (data: MailData, setting: MailSetting) => MailText;

const mails = new Map<string, MailFunction>();

export function declareMail(name: string, render: MailFunction): void {
  mails.set(name, render);
}

/** @throws Error when no slice declared it: a bug, found by the test that renders every declared mail. */
export function renderMail(name: string, data: MailData, setting: MailSetting): MailText {
  const render = mails.get(name);
  if (!render) throw new Error(`no mail is called ${name}`);
  return render(data, setting);
}
