/** Who is in the demo. Addresses end in `.example`, which no mail server will ever deliver to. */
import type { DemoJudge, DemoPerson } from './shape.ts';

export const organisation = { slug: 'aldersea', name: 'Aldersea Institute of Service' };

export const organiser: DemoPerson = { name: 'Ilse Quarrington', email: 'ilse.quarrington@aldersea.example' };
export const manager: DemoPerson = { name: 'Noor Hallisey', email: 'noor.hallisey@aldersea.example' };

export const judges: readonly DemoJudge[] = [
  { name: 'Maren Oduya', email: 'maren.oduya@judges.example', lean: 0, since: 'past', progress: 'half' },
  { name: 'Tobiah Renn', email: 'tobiah.renn@judges.example', lean: -1, since: 'past', progress: 'all' },
  { name: 'Sunniva Achterberg', email: 'sunniva.achterberg@judges.example', lean: 0, since: 'past', progress: 'all-but-one' },
  { name: 'Lucan Pereira-Holt', email: 'lucan.pereira-holt@judges.example', lean: 1, since: 'past', progress: 'half' },
  { name: 'Ines Varga-Brook', email: 'ines.varga-brook@judges.example', lean: 0, since: 'past', progress: 'few' },
  { name: 'Desmond Okafor-Lisle', email: 'desmond.okafor-lisle@judges.example', lean: 0, since: 'running', progress: 'none' },
];

/** Reads everything of the programme and changes nothing. */
export const auditor: DemoPerson = { name: 'Rosalind Ekholm', email: 'rosalind.ekholm@audit.example' };

/** Decides which entries may compete, and sees nothing else. */
export const screener: DemoPerson = { name: 'Edda Lindqvist-Moss', email: 'edda.lindqvist-moss@aldersea.example' };

/** Asked to judge, and not answered yet. */
export const invited: DemoPerson = { name: 'Hanne Torvik-Rae', email: 'hanne.torvik-rae@judges.example' };

export const entrants: readonly DemoPerson[] = [
  { name: 'Orla Tennant', email: 'orla.tennant@valewick.example' },
  { name: 'Bettany Crewe-Adeyemi', email: 'bettany@marrowfield.example' },
  { name: 'Rurik Salter', email: 'rurik.salter@bexcombe.example' },
  { name: 'Ottilie Brandvold', email: 'ottilie@halden-mast.example' },
  { name: 'Gethin Abara', email: 'gethin.abara@northquay.example' },
  { name: 'Priya Fenwick-Dole', email: 'priya@linden-row.example' },
  { name: 'Casimir Doyle', email: 'casimir.doyle@pellmarsh.example' },
  { name: 'Una Marchetti', email: 'una.marchetti@corran-registry.example' },
  { name: 'Joss Whitlam', email: 'joss@lantern-line.example' },
  { name: 'Henrike Vale', email: 'henrike.vale@wexley.example' },
  { name: 'Tam Greatorex', email: 'tam.greatorex@aldmoor-water.example' },
  { name: 'Mirela Stannard', email: 'mirela@saltings.example' },
  { name: 'Euan Pickersgill', email: 'euan@fold-and-fell.example' },
  { name: 'Dorothea Lund', email: 'dorothea@osier-lane.example' },
  { name: 'Magnus Tulloch-Reyes', email: 'magnus@corran-sound.example' },
  { name: 'Wilhelmina Oakes', email: 'wilhelmina.oakes@mossbank.example' },
  { name: 'Fergus Ansah', email: 'fergus.ansah@tallow-finch.example' },
  { name: 'Noreen Castellane', email: 'noreen@saltmarsh-lane.example' },
  { name: 'Dag Vennerstad', email: 'dag.vennerstad@hearthstead.example' },
  { name: 'Cordelia Nwosu', email: 'cordelia@pennywhistle.example' },
  { name: 'Alban Frith', email: 'alban.frith@evenside.example' },
];

/** Who gets a password, and as what they are announced on the first start. */
export const signIns: readonly { readonly as: string; readonly email: string }[] = [
  { as: 'organiser', email: organiser.email },
  { as: 'judge, half done', email: 'maren.oduya@judges.example' },
  { as: 'judge, one ballot left', email: 'sunniva.achterberg@judges.example' },
  { as: 'judge, nothing begun', email: 'desmond.okafor-lisle@judges.example' },
  { as: 'screener', email: screener.email },
  { as: 'auditor', email: auditor.email },
  { as: 'entrant', email: 'orla.tennant@valewick.example' },
];
