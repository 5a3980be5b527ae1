import { type PageProps, WorkFrame } from './page.tsx';

/** Sign-in, set-up, invitations and one's own account: one narrow column. */
export function AccountPage({ children, ...page }: PageProps) {
  return (
    <WorkFrame {...page} items={[]}>
      <div className="account">{children}</div>
    </WorkFrame>
  );
}
