/** First thing on the page, for people who come by keyboard. */
export function Skip({ children }: { children: string }) {
  return (
    <a className="skip" href="#main">
      {children}
    </a>
  );
}
