/** Payments with every try of theirs, refunds and disputes. */
export function loadPayments(): string[] {
  return [
    `INSERT INTO payments (id, user_id, kind, status, description, amount_minor, currency, credits_milli, stripe_payment_intent_id,
        stripe_charge_id, card_brand, card_last4, failure_code, decline_code, refunded_minor, paid_at, credited_at, sync_seq,
        created_at, updated_at)
      SELECT p.id, u.id, p.kind::payment_kind, CASE WHEN paid_at IS NULL THEN 'failed' ELSE 'succeeded' END::payment_status,
        CASE p.kind WHEN 'purchase' THEN p.credits / 1000 || ' credits' ELSE 'Plan' END, p.amount, p.currency, p.credits,
        'pi_' || md5(p.p::text), 'ch_' || md5(p.p || '-' || p.refusals - CASE WHEN paid_at IS NULL THEN 1 ELSE 0 END), 'visa', '4242',
        CASE WHEN paid_at IS NULL THEN 'card_declined' END, CASE WHEN paid_at IS NULL THEN 'insufficient_funds' END,
        coalesce(r.returned, 0), p.paid_at, p.paid_at, 1, p.at, coalesce(r.at, p.paid_at, p.at)
      FROM stage.payments AS p JOIN stage.people AS u USING (n)
      LEFT JOIN (SELECT p, at, returned FROM stage.returns WHERE refund AND fate < 0.97) AS r USING (p)
      ORDER BY p.at`,
    `INSERT INTO payment_attempts (id, payment_id, attempt_key, stripe_charge_id, status, amount_minor, currency, failure_code,
        decline_code, card_brand, card_last4, attempted_at)
      SELECT stage.id(t.tried), p.id, t.charge, t.charge, CASE WHEN t.refused THEN 'failed' ELSE 'succeeded' END::attempt_status,
        p.amount, p.currency, CASE WHEN t.refused THEN 'card_declined' END,
        CASE WHEN t.refused THEN (ARRAY['insufficient_funds', 'insufficient_funds', 'generic_decline', 'do_not_honor', 'lost_card'])[1 + p.p % 5] END,
        'visa', '4242', t.tried
      FROM stage.payments AS p, generate_series(0, p.refusals - CASE WHEN p.paid_at IS NULL THEN 1 ELSE 0 END) AS i,
        LATERAL (SELECT p.at + (p.settled - p.at) * i / greatest(p.refusals, 1) AS tried, i < p.refusals AS refused,
          'ch_' || md5(p.p || '-' || i) AS charge) AS t
      WHERE t.tried < stage.now() ORDER BY t.tried`,
    `INSERT INTO refunds (id, user_id, payment_id, stripe_refund_id, amount_minor, currency, status, reason, created_at, updated_at)
      SELECT stage.id(r.at), u.id, r.id, 're_' || md5(r.p::text), r.returned, r.currency,
        CASE WHEN r.fate < 0.97 THEN 'succeeded' ELSE 'failed' END::refund_status, 'requested_by_customer', r.at, r.at
      FROM stage.returns AS r JOIN stage.people AS u USING (n) WHERE r.refund ORDER BY r.at`,
    `INSERT INTO disputes (id, user_id, payment_id, stripe_dispute_id, amount_minor, currency, reason, status, opened_at, closed_at,
        sync_seq, updated_at)
      SELECT stage.id(r.at), u.id, r.id, 'dp_' || md5(r.p::text), r.amount, r.currency, 'fraudulent',
        CASE WHEN r.fate < 0.6 THEN 'lost' WHEN r.fate < 0.9 THEN 'won' ELSE 'needs_response' END::dispute_status,
        r.at - least(r.at - p.at, interval '2 days'), CASE WHEN r.fate < 0.9 THEN r.at END, 1, r.at
      FROM stage.returns AS r JOIN stage.people AS u USING (n) JOIN stage.payments AS p USING (p) WHERE NOT r.refund ORDER BY r.at`,
  ];
}
