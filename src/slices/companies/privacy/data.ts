/** What the tables of companies know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const contact = 'the contact: email, person_id';
const company = notPersonal('about a company');

declareData('companies', 'plaudit.companies', { 'name search country note': company });
declareData('companies', 'plaudit.company_names', { 'name search kind': company });
declareData('companies', 'plaudit.company_domains', { domain: company });
declareData('companies', 'plaudit.company_keys', { key: company });
declareData('companies', 'plaudit.company_sizes', {
  'class source': company,
  recorded_by: byId('who recorded it: recorded_by', 'kept'),
});
declareData('companies', 'plaudit.company_pairs', {
  evidence: company,
  dismissed_by: byId('who looked at it: dismissed_by', 'kept'),
});
declareData('companies', 'plaudit.company_merges', {
  moved: notPersonal('ids of rows that moved'),
  merged_by: byId('who merged: merged_by', 'kept'),
  undone_by: byId('who undid it: undone_by', 'kept'),
});
declareData('companies', 'plaudit.written_companies', {
  written: personal('content', 'whoever is named, by the whole name', { exported: 'left out: a name in a list', erased: 'deleted' }),
  said_by: byId('who said what it means: said_by', 'kept'),
});
declareData('companies', 'plaudit.contacts', {
  person_id: byId(contact, 'moved', 'blanked'),
  name: personal('identity', contact, { exported: 'given', erased: 'blanked', until: 'companies.contacts' }),
  email: personal('contact', contact, { exported: 'given', erased: 'blanked', until: 'companies.contacts' }),
});
declareData('companies', 'plaudit.employments', {
  title: personal('identity', 'the contact: contact_id', { exported: 'given', erased: 'deleted', until: 'companies.contacts' }),
});
