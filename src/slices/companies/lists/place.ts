/** Where the list of companies stands; pages name it in the browser too, so nothing of the server is beside it. */
export const companiesPlace = { subject: '', path: '/manage/companies' } as const;
