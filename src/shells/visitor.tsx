import { useRouteLoaderData } from 'react-router';

/** Who looks at this page, as far as its frame shows it. */
export type ShellVisitor = {
  readonly organisationName: string;
  /** Undefined for visitors who are not signed in. */
  readonly name: string | undefined;
  /** Of their own clock: where they told us, else where their browser did. */
  readonly zone?: string | undefined;
  readonly administrator: boolean;
  readonly judge: boolean;
  /** Somebody else sits there and stands in for this person. */
  readonly standIn?: { readonly until: string };
};

const nobody: ShellVisitor = { organisationName: '', name: undefined, administrator: false, judge: false };

export function useVisitor(): ShellVisitor {
  return useRouteLoaderData<ShellVisitor>('root') ?? nobody;
}
