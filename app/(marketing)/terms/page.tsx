import { type Metadata } from "next";
import Link from "next/link";

import { Prose } from "../_components/prose";

export const metadata: Metadata = {
  title: "Terms",
  description: "The agreement between you and QuickScale.",
};

export default function TermsPage() {
  return (
    <Prose title="Terms of service" lead="In force from 22 November 2026. We wrote them to be read.">
      <h2>Your account</h2>
      <p>
        You need an account with an e-mail address that is yours. Keep your password to yourself; what is done
        with your account counts as done by you. Tell us when you think someone else has used it.
      </p>
      <h2>Credits</h2>
      <p>
        Credits pay for services on QuickScale and for nothing else. They are not money, cannot be moved to
        another account and are not paid out.
      </p>
      <ul>
        <li>Credits bought in a pack never expire while your account exists.</li>
        <li>
          Credits of a plan expire at the end of the period they were paid for. They are not carried over.
        </li>
        <li>Subscription credits are spent before the others, and what expires first is spent first.</li>
        <li>A run that fails or is given up costs nothing.</li>
      </ul>
      <h2>Paying and refunds</h2>
      <p>
        Prices are shown before you pay, in the currency you pay in. Stripe takes the payment. If a purchase
        is refunded, the credits it brought are taken back in proportion. If some of them are already spent,
        the difference is settled with the next credits you get, and you are shown the amount beforehand.
      </p>
      <p>The rights that the law of your country gives you as a buyer are not limited by these terms.</p>
      <h2>What you may run</h2>
      <p>
        Your text and images stay yours; you let us process them to give you the result. Send nothing that is
        illegal or that you have no right to use, and do not try to break, overload or get around the service.
        We may suspend an account that does. Credits bought and not spent are refunded when we close an
        account without such a reason.
      </p>
      <h2>What we promise, and what we cannot</h2>
      <p>
        We work to keep the service running and the count exact. We cannot promise that it never fails. Our
        liability is limited to what you paid us in the twelve months before, except where the law does not
        allow a limit.
      </p>
      <h2>Changes</h2>
      <p>
        If we change these terms we tell you by e-mail 30 days before. A change never lowers the number of
        credits you already have. How we handle data is in the <Link href="/privacy">privacy notice</Link>.
      </p>
    </Prose>
  );
}
