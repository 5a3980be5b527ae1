/**
 * Companies: who competes and employs, as the organisation knows them, and the people it knows there.
 * A company has an official name, other names, domains, a parent, sizes with their proof; people are employed from a day until another.
 * States: a company stands or was merged into another, until the merge is undone; a pair that may be one is open or dismissed.
 * Who: whoever manages a programme of the organisation, or administers it, changes them; auditors read. Nothing is merged by a machine.
 * Later slices judge eligibility, divisions and conflicts by what stands here.
 */
import './jobs.ts';
import './listeners.ts';
import './lists/list-shape.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { companiesApi } from './api.ts';
export { addCompany, changeCompany, setParent } from './companies.ts';
export { setCountries } from './countries.ts';
export { mergePreview } from './duplicates/likely.ts';
export { mergeCompanies, undoMerge } from './duplicates/merging.ts';
export { dismissPair, reopenPair } from './duplicates/pairs.ts';
export { companyList } from './lists/lists.ts';
export { addDomain, addName, removeDomain, removeName } from './names.ts';
export { addEmployment, changeContact, endEmployment, eraseContact } from './people.ts';
export { companiesCalled, companyCalled, type KnownCompany, registerFacts, registerFactsOf } from './register/facts.ts';
export { recordSize } from './sizes.ts';
export { matchWinnerName } from './winners/matching.ts';
export { winsOf } from './winners/wins.ts';
