/**
 * A mail is a function: data in; subject and text out. Each slice declares its own; the sending job looks them up by name.
 *
 * Mails about accounts are functions alone. Mails of an edition say their words once, with places: an edition may have words of its own,
 * and what fills the places is made here from the data, or read anew as the recipient at the moment the mail is made.
 */
import type { Values } from '#core/mail/template.ts';
import type { Words } from '#words/index.ts';
import type { Ctx } from './context.ts';
import type { EditionId, PersonId } from './ids.ts';

export type MailData = Readonly<Record<string, string | number | null>>;
export type MailSetting = { readonly words: Words; readonly url: string };
export type MailText = { readonly subject: string; readonly text: string };
export type MailFunction = (data: MailData, setting: MailSetting) => MailText;

/** What a mail is about. Whoever gets `account` and `work` needs it; reminders and news can be switched off. */
export type MailTopic = 'account' | 'work' | 'reminders' | 'news';

/** The edition a mail is about, as far as mails speak of it. */
export type MailEdition = {
  readonly id: EditionId;
  readonly programmeName: string;
  readonly programmeSlug: string;
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
  readonly entriesCloseAt: Date;
};

export type EditionMail = {
  readonly topic: Exclude<MailTopic, 'account'>;
  /** Places of its text, each made of the data. */
  readonly places: readonly string[];
  /** Those of them that are addresses of this installation. */
  readonly links: readonly string[];
  readonly values: (data: MailData, setting: MailSetting) => Values;
  /** The standing words; given the places themselves, they make the text an organiser starts from. Without any, an organiser writes them. */
  readonly words?: (values: Values, words: Words) => MailText;
  /** Who could get one now, by their account; asked after the actor's right to write to them was. */
  readonly people: (ctx: Ctx, edition: MailEdition) => Promise<readonly PersonId[]>;
  /** The data for this recipient, read with their rights; undefined when there is nothing (any more) to tell them. */
  readonly read: (ctx: Ctx, edition: MailEdition) => Promise<MailData | undefined>;
  /** Sent to all of its people at once, when an organiser decides so; then the data is read as late as it leaves. */
  readonly batch?: true;
};

/** What every mail of an edition can say: whom it greets, what it is about, and the page it leads to. */
type Common = 'greeting' | 'programme' | 'edition' | 'address';

/** What is a mail's own; its data hold the recipient's `name`, and where it is not read anew the names of programme and edition too. */
type Declared<P extends string> = Omit<EditionMail, 'places' | 'links' | 'values' | 'words'> & {
  readonly places: readonly P[];
  readonly values: (data: MailData, setting: MailSetting) => Readonly<Record<P, string>>;
  /** The page of this installation its address is. */
  readonly path: (data: MailData) => string;
  readonly words?: (values: Readonly<Record<P | Common, string>>, words: Words) => MailText;
};

type Kind = { readonly render: MailFunction; readonly edition?: undefined } | { readonly edition: EditionMail };

const kinds = new Map<string, Kind>();

export function declareMail(name: string, render: MailFunction): void {
  kinds.set(name, { render });
}

export function declareEditionMail<P extends string>(name: string, mail: Declared<P>): void {
  const { words, path, places, values, read, ...rest } = mail;
  // What fills a text is made by `values`, which has every place.
  const said = words && { words: (all: Values, of: Words) => words(all, of) };
  const edition: EditionMail = {
    ...rest,
    ...said,
    places: ['greeting', 'programme', 'edition', ...places, 'address'],
    links: ['address'],
    values: (data, setting) => ({
      greeting: setting.words.messages.greeting(String(data.name ?? '')),
      programme: String(data.programme),
      edition: String(data.edition ?? ''),
      ...values(data, setting),
      address: `${setting.url}${path(data)}`,
    }),
    read: async (ctx, of) => {
      const data = await read(ctx, of);
      return data && { programme: of.programmeName, edition: of.name, ...data };
    },
  };
  kinds.set(name, { edition });
}

/** @throws Error when no slice declared it: a bug, found by the test that renders every declared mail. */
export function mailKind(name: string): Kind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`no mail is called ${name}`);
  return kind;
}

/** Mails an edition may have words of its own for, by name. */
export function editionMails(): ReadonlyMap<string, EditionMail> {
  return new Map([...kinds].flatMap(([name, { edition }]) => (edition ? [[name, edition] as const] : [])));
}

export function topicOf(name: string): MailTopic {
  return kinds.get(name)?.edition?.topic ?? 'account';
}
