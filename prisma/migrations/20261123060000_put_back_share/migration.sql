-- What may come back of a lot that an admin's removal took from. Not what its returned money stands for: a refund takes
-- from a lot only what a removal left of it. And nothing of an addition that was undone after the removal: that took the
-- rest of it.
CREATE FUNCTION credit_room_to_put_back(p_lot credit_lots, p_removal_seq bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (
      SELECT FROM credit_revocations r
      WHERE r.user_id = p_lot.user_id AND r.lot_no = p_lot.no AND r.seq > p_removal_seq
        AND r.request_milli > 0 AND r.restored_seq IS NULL)
    THEN 0
    ELSE greatest(
      p_lot.clawed_milli + p_lot.claimed_milli + p_lot.waived_milli + p_lot.debt_milli + p_lot.repaid_milli
        + p_lot.forgiven_milli - credit_share(p_lot.amount_milli, p_lot.returned_minor, p_lot.cost_minor), 0)
  END
$$;

-- Gives one removal back in the reverse order of taking, as credit_restore does for a clawback: debt goes first, what
-- grants repaid meanwhile comes back as a lot that never expires, what was forgiven is nothing, and what was taken
-- returns to its lots with their old expiry: as much as the lots have room for.
CREATE OR REPLACE FUNCTION credit_put_back(
  p_user uuid, p_removal_key text, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_account credit_accounts;
  v_entry credit_entries;
  v_removal credit_removals;
  v_lot credit_lots;
  v_new credit_lots;
  v_left bigint;
  v_part bigint;
  v_debt bigint := 0;
  v_repaid bigint := 0;
  v_touched bigint[] := '{}';
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  PERFORM credit_settle(p_user, p_now);
  SELECT r.* INTO v_removal
  FROM credit_entries e JOIN credit_removals r ON r.user_id = e.user_id AND r.seq = e.seq
  WHERE e.key = credit_key(p_user, p_removal_key) AND e.reason = 'revoke';
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    IF v_entry.reason = 'restore' AND v_removal.restored_seq = v_entry.seq THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  IF v_removal.seq IS NULL THEN
    RETURN credit_refusal('unknown_revocation');
  ELSIF v_removal.restored_seq IS NOT NULL THEN
    RETURN credit_refusal('already_restored');
  END IF;
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user;
  -- No more can come back than was taken: every pair's amount.
  IF v_account.balance_milli::numeric + v_account.debt_milli
    + (SELECT coalesce(sum((v_removal.parts || v_removal.owed)[i]), 0)
       FROM generate_series(2, cardinality(v_removal.parts || v_removal.owed), 2) AS i) > 9223372036854775807
  THEN
    RETURN credit_refusal('overflow');
  END IF;
  FOR i IN 1 .. cardinality(v_removal.owed) BY 2 LOOP
    SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND no = v_removal.owed[i];
    v_left := least(v_removal.owed[i + 1], credit_room_to_put_back(v_lot, v_removal.seq));
    v_part := least(v_left, v_lot.debt_milli);
    v_debt := v_debt + v_part;
    v_left := v_left - v_part;
    UPDATE credit_lots
    SET debt_milli = debt_milli - v_part,
        repaid_milli = repaid_milli - least(v_left, v_lot.repaid_milli),
        forgiven_milli = forgiven_milli - least(v_left - least(v_left, v_lot.repaid_milli), v_lot.forgiven_milli)
    WHERE user_id = p_user AND no = v_lot.no;
    v_repaid := v_repaid + least(v_left, v_lot.repaid_milli);
  END LOOP;
  IF v_debt > 0 THEN
    v_touched := v_touched || ARRAY[0, v_debt];
  END IF;
  FOR i IN 1 .. cardinality(v_removal.parts) BY 2 LOOP
    SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND no = v_removal.parts[i];
    v_part := least(v_removal.parts[i + 1], v_lot.clawed_milli, credit_room_to_put_back(v_lot, v_removal.seq));
    CONTINUE WHEN v_part = 0;
    UPDATE credit_lots
    SET clawed_milli = clawed_milli - v_part, remaining_milli = remaining_milli + v_part, open = true
    WHERE user_id = p_user AND no = v_lot.no;
    UPDATE credit_accounts SET next_due_at = least(next_due_at, v_lot.expires_at) WHERE user_id = p_user;
    v_touched := v_touched || ARRAY[v_lot.no, v_part];
  END LOOP;
  IF v_repaid > 0 THEN
    v_new.user_id := p_user;
    v_new.kind := 'admin';
    v_new.priority := 20;
    v_new.amount_milli := v_repaid;
    v_new.remaining_milli := v_repaid;
    v_new.to_debt_milli := 0;
    v_new.cost_minor := 0;
    v_new.effective_at := p_now;
    v_new.created_at := p_now;
    v_new.source_key := p_key;
    v_new.description := p_description;
    v_touched := v_touched || ARRAY[credit_add_lot(v_new), v_repaid];
  END IF;
  v_entry := credit_append(p_user, v_key, 'restore', v_touched, p_reference, p_description, p_now);
  UPDATE credit_removals SET restored_seq = v_entry.seq WHERE user_id = p_user AND seq = v_removal.seq;
  FOR i IN 1 .. cardinality(v_removal.parts) BY 2 LOOP
    PERFORM credit_lapse_lot(p_user, v_removal.parts[i]::integer, p_now);
  END LOOP;
  RETURN credit_told('done', v_entry);
END $$;
