/** Sentences about files: how they come, what they are, and what is kept of them. */
import { fileSize } from './numbers.ts';

type Sent = { readonly bytes: number; readonly of: number };
type Facts = { readonly seconds?: number | undefined; readonly width?: number | undefined; readonly height?: number | undefined };

const share = ({ bytes, of }: Sent) => `${Math.floor((100 * bytes) / Math.max(1, of))} %`;

function length(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
}

const what = ({ seconds, width, height }: Facts) =>
  [...(seconds === undefined ? [] : [length(seconds)]), ...(width && height ? [`${width} × ${height}`] : [])]
    .map((part) => `, ${part}`)
    .join('');

export const files = {
  kept: (bytes: number, day: string, facts: Facts) => `${fileSize(bytes)}${what(facts)}, stored ${day}`,
  states: {
    clean: () => ', scanned',
    unscanned: () => '',
    held: (finding: string) =>
      finding === 'too-large'
        ? '. Held: it is too large for the virus scanner. The organiser decides; judges do not see it until then.'
        : '. Held until the virus scanner has looked at it; judges do not see it until then.',
    refused: (finding: string) => `. The virus scanner found ${finding}, so nobody is given it. Remove it and send a clean file.`,
  },
  refusedIcon: 'Refused',
  warnings: {
    hevc: 'Recorded in HEVC: plays in Safari, and elsewhere only on devices with a decoder for it; in Firefox often not. Export it as MP4 (H.264), or set the telephone to “Most compatible”, and send that.',
    'dolby-vision':
      'Recorded in Dolby Vision: most browsers show false colours or nothing. Switch HDR video off, or export it as MP4 (H.264), and send that.',
    prores: 'Recorded in ProRes: no browser but Safari plays it. Export it as MP4 (H.264) and send that.',
    'old-codec': 'Its picture is coded in a way browsers do not play. Export it as MP4 (H.264) and send that.',
    matroska: 'An MKV file: Safari does not play it. Save it as MP4 and send that.',
    sound: 'Its sound is coded in a way browsers do not play, so it may be silent. Export it with AAC sound and send that.',
  },
  upload: {
    choose: 'Choose from this device',
    sending: (sent: Sent) => `${fileSize(sent.bytes)} of ${fileSize(sent.of)}, ${share(sent)}`,
    waiting: (sent: Sent) => `Waiting for the connection. Nothing is lost; it goes on from ${share(sent)}.`,
    checking: 'Arrived; being looked at.',
    stored: 'Stored.',
    stopped: 'Stopped.',
    refused: 'Refused',
    forget: 'Forget it',
    left: 'Begun earlier and not whole. Choose the same file again; it goes on where it stopped.',
    stop: 'Stop',
    dismiss: 'Dismiss',
    progress: (name: string) => `Upload of ${name}`,
  },
  storage: {
    title: 'Files',
    verdict: (files: number, bytes: number) =>
      files === 0 ? 'No files are kept' : `${files} ${files === 1 ? 'file' : 'files'} kept, ${fileSize(bytes)}`,
    sum: (files: number, bytes: number) => `${files} ${files === 1 ? 'file' : 'files'}, ${fileSize(bytes)}`,
    quota: (limit: number, used: number) => `${fileSize(used)} of ${fileSize(limit)}`,
    noQuota: 'As much as there is room on the disk or in the store',
    room: 'Room',
    scanner: 'Virus scanner',
    scanned: 'ClamAV looks at every file before anybody is given it.',
    notScanned: 'None is configured: files are not scanned. How to set one up stands in the operating manual under PLAUDIT_CLAMD.',
    states: { clean: 'Scanned', unscanned: 'Not scanned', held: 'Held', refused: 'Refused' },
    waitingTitle: 'Held and refused',
    none: 'Nothing is held or refused',
    noneDetail: 'Files that wait for the virus scanner, or in which it found something, stand here.',
    heldFor: 'Waits for the scanner.',
    tooLarge: 'Too large for the scanner. Raise StreamMaxLength of clamd, or answer for it yourself.',
    found: (finding: string) => `The scanner found ${finding}. Nobody is given it.`,
    line: (kind: string, bytes: number, day: string) => `${kind}, ${fileSize(bytes)}, stored ${day}`,
    release: 'Give it to its readers unscanned',
    uploads: (count: number) => (count === 1 ? 'One file is on its way.' : `${count} files are on their way.`),
  },
};
