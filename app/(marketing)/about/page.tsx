import { type Metadata } from "next";
import Link from "next/link";

import { Prose } from "../_components/prose";

export const metadata: Metadata = {
  title: "About",
  description: "Why QuickScale sells work by the run, and how it keeps count of your credits.",
};

export default function AboutPage() {
  return (
    <Prose
      title="About QuickScale"
      lead="Most software charges for the month, whether you used it or not. We charge for the work that was done."
    >
      <h2>What we believe</h2>
      <ul>
        <li>A price is shown before the work, not on an invoice after it.</li>
        <li>Work that failed is not work. Nobody should pay for it.</li>
        <li>What you bought is yours: credits from a pack have no expiry date.</li>
        <li>A balance you cannot explain is a balance you cannot trust, so ours can always be explained.</li>
      </ul>
      <h2>How we keep count</h2>
      <p>
        Credits live in a ledger. Every purchase, run, return and correction is an entry of its own. Entries
        are never changed or deleted, not even by us: a correction is a new entry that says why. The sum of
        your entries is your balance, and we check that it is, for every account, all the time.
      </p>
      <p>
        You see the same ledger that we do. Its history can be searched and downloaded, and one page answers
        the question “why is my balance what it is?” down to the purchase.
      </p>
      <h2>What we do not do</h2>
      <p>
        We do not sell your data, we do not show advertising, and we never see your card number: payments
        happen on pages of Stripe. The details are in our <Link href="/privacy">privacy notice</Link>.
      </p>
    </Prose>
  );
}
