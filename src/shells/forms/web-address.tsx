/** An address somebody sent in: a way there where it leads into the web, mere words where it does not. */
export function WebAddress({ of }: { readonly of: string }) {
  if (!/^https?:/i.test(of)) return <bdi>{of}</bdi>;
  return (
    <a href={of} rel="noreferrer nofollow ugc">
      <bdi>{of}</bdi>
    </a>
  );
}
