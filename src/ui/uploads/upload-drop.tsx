import { type ChangeEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../actions/button.tsx';
import { useHref } from '../base/frame.tsx';
import { FileDrop, File as FileRow, Files } from '../forms/files.tsx';
import { keepUpload, keptUploads, locationOf } from './kept-uploads.ts';
import { type SendStatus, type Sent, startSending } from './sending.ts';

type Words = {
  /** On the button that opens the device's files. */
  readonly choose: string;
  /** The state of one, with what has arrived. */
  readonly sending: (sent: Sent) => string;
  readonly waiting: (sent: Sent) => string;
  readonly checking: string;
  readonly stored: string;
  readonly stopped: string;
  readonly refused: string;
  /** Begun on an earlier visit; the file has to be chosen again. */
  readonly left: string;
  readonly stop: string;
  readonly forget: string;
  readonly dismiss: string;
  readonly progress: (name: string) => string;
};

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly optional?: string | undefined;
  readonly accept: string;
  /** What it is sent to, as the server reads it. */
  readonly subject: string;
  /** Where this browser keeps what it has begun, where one thing takes files in several places. */
  readonly shelf?: string | undefined;
  /** Where uploads begin, and the end point that lays a whole one down under the act `upload`. */
  readonly to: string;
  readonly attachTo: string;
  readonly words: Words;
  /** What stands below it without scripts: the button that sends the form. */
  readonly children: ReactNode;
};

type Row = { readonly name: string; readonly status: SendStatus | { readonly kind: 'left' }; readonly stop: () => void };

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    const go = () => {
      clearTimeout(timer);
      done();
    };
    signal.addEventListener('abort', go, { once: true });
    addEventListener('online', go, { once: true });
  });
}

async function digest(piece: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await piece.arrayBuffer()));
  return btoa(String.fromCharCode(...sum));
}

/** Under one key, so that asking again lays it down once. */
function attachBy(url: string) {
  return (location: string): Promise<Response> => {
    const upload = location.slice(location.lastIndexOf('/') + 1);
    const body = new URLSearchParams({ _act: 'upload', _key: `upload-${upload}`, upload });
    return fetch(url, { method: 'post', body, headers: { accept: 'application/json, application/problem+json' } });
  };
}

const barOf = (status: Row['status']) =>
  'bytes' in status && status.kind !== 'checking' ? { value: status.bytes, max: status.of, waiting: status.kind === 'waiting' } : undefined;

function stateOf(status: Row['status'], words: Words): string {
  switch (status.kind) {
    case 'sending':
      return words.sending(status);
    case 'waiting':
      return words.waiting(status);
    case 'refused':
      return status.message;
    default:
      return words[status.kind];
  }
}

const isOver = ({ kind }: Row['status']) => kind === 'stored' || kind === 'refused' || kind === 'stopped';

function UploadRow({ row, words, forget }: { row: Row; words: Words; forget: () => void }) {
  const { name, status, stop } = row;
  const bar = barOf(status);
  const act = status.kind !== 'stored' && (
    <Button kind="quiet" size="small" type="button" more={name} onClick={isOver(status) ? forget : stop}>
      {isOver(status) ? words.dismiss : status.kind === 'left' ? words.forget : words.stop}
    </Button>
  );
  return (
    <FileRow
      icon={status.kind === 'stored' ? 'check' : 'file'}
      name={name}
      act={act}
      state={<span role="status">{stateOf(status, words)}</span>}
      {...(status.kind === 'refused' && { refused: words.refused })}
      {...(bar && { progress: { ...bar, label: words.progress(name) } })}
    />
  );
}

/** A browser that runs this at all runs it for good. */
const neverChanges = () => () => undefined;

/** Files go as soon as they are chosen, in pieces, through cuts and closed pages. Without scripts it is the form's own control. */
export function UploadDrop({ subject, shelf = subject, to, attachTo, words, children, ...drop }: Props) {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map());
  const works = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const counter = useRef(0);
  const place = useRef<HTMLDivElement>(null);
  const [url, attachUrl] = [useHref(to), useHref(attachTo)];

  const put = (id: string, row: Row | undefined) => {
    setRows((before) => {
      const after = new Map(before);
      if (row === undefined) after.delete(id);
      else after.set(id, row);
      return after;
    });
  };

  // What was begun on an earlier visit, and never ended.
  const showLeft = () => {
    for (const { name, size, lastModified } of keptUploads(localStorage, shelf)) {
      const forget = () => {
        keepUpload(localStorage, shelf, { name, size, lastModified }, undefined);
        put(`${name} ${size}`, undefined);
      };
      put(`${name} ${size}`, { name, status: { kind: 'left' }, stop: forget });
    }
  };
  const left = useRef(showLeft);
  useEffect(() => left.current(), []);

  const send = (file: File) => {
    counter.current += 1;
    const id = `${counter.current}`;
    put(`${file.name} ${file.size}`, undefined);
    let stop: () => void = () => undefined;
    const sending = startSending({
      file,
      to: url,
      subject,
      kept: {
        get: () => locationOf(localStorage, shelf, file),
        set: (location) => keepUpload(localStorage, shelf, file, location),
      },
      attach: attachBy(attachUrl),
      tell: (status) => put(id, { name: file.name, status, stop: () => stop() }),
      fetch: (address, init) => fetch(address, init),
      sleep,
      now: () => performance.now(),
      digest,
    });
    stop = () => sending.stop();
  };

  const sendAll = (input: EventTarget | null | undefined) => {
    if (!(input instanceof HTMLInputElement) || !input.files) return;
    for (const file of input.files) send(file);
    // What goes by itself does not go with the form.
    input.value = '';
  };
  // What was chosen before the script had arrived.
  const chosen = useRef(sendAll);
  useEffect(() => chosen.current(place.current?.querySelector('input[type=file]')), []);

  return (
    <div className="stack-2" ref={place} onChange={(event: ChangeEvent<HTMLDivElement>) => sendAll(event.target)}>
      <FileDrop {...drop} multiple={works} choose={works ? words.choose : undefined} />
      {rows.size > 0 && (
        <Files>
          {[...rows].map(([id, row]) => (
            <UploadRow key={id} row={row} words={words} forget={() => put(id, undefined)} />
          ))}
        </Files>
      )}
      {!works && children}
    </div>
  );
}
