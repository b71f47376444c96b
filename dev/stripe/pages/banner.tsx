/** On every hosted page: nobody should take this for the real thing. */
export function Banner() {
  return (
    <aside className="banner" aria-label="About this page">
      Local stand-in of Stripe — no real card is charged
    </aside>
  );
}
