/** On every hosted page: nobody should take this for the real thing. */
export function Banner() {
  return <div className="banner">Local stand-in of Stripe — no real card is charged</div>;
}
