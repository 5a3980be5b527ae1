/** Domains of the internet, as far as they say whose they are. */

/** Second levels under a country that are no name of anybody. */
const shared = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'ac',
  'edu',
  'or',
  'ne',
  'go',
  'gob',
  'gouv',
  'nhs',
  'police',
  'sch',
  'ltd',
  'plc',
  'nom',
  'asn',
]);

/** Where anybody has an address; says nothing about a company. */
const openToAll = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at
  web.de t-online.de mail.ru yandex.ru bk.ru list.ru qq.com 163.com 126.com naver.com daum.net proton.me protonmail.com tutanota.com fastmail.com
  zoho.com mail.com btinternet.com orange.fr free.fr wanadoo.fr laposte.net libero.it virgilio.it wp.pl o2.pl onet.pl seznam.cz ukr.net uol.com.br
  terra.com.br rediffmail.com yahoo.co.uk yahoo.co.jp hotmail.co.uk hotmail.fr yahoo.fr`.split(/\s+/),
);

/** The part of a domain, address or e-mail address that was registered; undefined for what is none, or is open to everybody. */
export function registeredDomain(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '');
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label))) return undefined;
  if (/^\d+$/.test(labels.at(-1) ?? '') || host.length > 253) return undefined;
  const underCountry = (labels.at(-1) ?? '').length === 2 && shared.has(labels.at(-2) ?? '');
  if (underCountry && labels.length < 3) return undefined;
  const domain = labels.slice(underCountry ? -3 : -2).join('.');
  return openToAll.has(domain) ? undefined : domain;
}
