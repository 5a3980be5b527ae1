/** Words that say little about which company is meant, and words that say which part of one. All as `wordsOf` leaves them. */

const listOf = (text: string) => text.split(/\s+/).filter(Boolean);

/** Written short → written out. */
const shortened: ReadonlyMap<string, string> = new Map(
  listOf(`intl:international int:international svc:services svcs:services serv:services mgmt:management mgt:management grp:group bros:brothers
    assoc:association assn:association assocs:associates natl:national nat:national univ:university dept:department govt:government gov:government
    mfg:manufacturing mfrs:manufacturers ins:insurance dist:distribution tech:technology techs:technologies tel:telephone telco:telecom
    telecommunications:telecom telekom:telecom telecoms:telecom comms:communications eng:engineering engg:engineering
    ctr:centre center:centre centers:centres st:saint sankt:saint mt:mount ft:fort soc:society bldg:building hosp:hospital inst:institute
    dev:development admin:administration corp:corporation coop:cooperative hldgs:holdings hldg:holding fin:finance ind:industries inds:industries
    sys:systems sols:solutions prop:properties props:properties res:resources transp:transport pharm:pharmaceuticals labs:laboratories
    service:services technologies:technology solution:solutions holding:holdings partner:partners labor:labour theater:theatre`).map(
    (pair) => {
      const [short = '', long = ''] = pair.split(':');
      return [short, long] as const;
    },
  ),
);

/** Kinds of business and what everybody calls themselves: shared by very many, so they weigh little. */
const common = new Set(
  listOf(`bank group services customer customers care support solutions international global national systems technology management consulting
    consultants partners associates association society mutual insurance assurance assurances pensions mortgages telecom telephone communications
    mobile broadband fibre energy power water gas electricity utilities office board council county district borough city municipal authority
    department agency government trust foundation hospital health medical dental clinic clinics university college school library museum hotel
    hotels airways airlines rail railways ferries taxis taxi travel tours logistics transport shipping couriers housing homes estates properties
    foods food grocers stores shop shops retail trading company cooperative centre centres call line helpline union credit building first united
    general royal new the europe european world worldwide digital media network networks online direct home homes house engineering
    manufacturing industries products works finance financial capital investment investments legal law solicitors street road lane institute
    versicherung versicherungen assicurazioni seguros forsikring bredband bredbaand kraft energie strom stadtwerke sparkasse banco banque banca
    reisen rejser resor servis serviz uslugi palvelut kommune gemeente comune commune mairie ayuntamiento republic state public
    cooperative federation chamber commerce community regional rural central saint mount vale hill service desk brothers sons daughters`),
);

/** Which part or place of a group: one name with such a word and one without are seldom the same company. */
const parts = new Set(
  listOf(`north south east west northern southern eastern western nord sud sued ost norte sur oeste este norge sverige danmark suomi deutschland
    germany austria switzerland schweiz suisse osterreich france spain espana italia italy portugal ireland scotland wales england uk us usa gb
    america canada mexico brasil brazil india china japan korea australia zealand asia pacific africa emea apac benelux nordic iberia poland
    polska hungary romania bulgaria greece turkey ukraine russia netherlands nederland belgium belgique
    pensions insurance foundation ventures freight cargo retail generation trading networks capital finance logistics media marine pharmacy
    academy estate legal business foods life vida leben asset housing`),
);

export const writtenOut = (word: string): string => shortened.get(word) ?? word;
export const isCommon = (word: string): boolean => common.has(word);
export const isPart = (word: string): boolean => parts.has(word);

/** Joined to nothing: dropped wherever they stand between other words. */
const joining = new Set(
  listOf(
    'and und et og och y e i u en of de di du des del della da dos do la le les los las el il the der die das den van von for fur fuer a an al ja ve',
  ),
);
export const isJoining = (word: string): boolean => joining.has(word);
