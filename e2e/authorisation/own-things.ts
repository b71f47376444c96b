import { seededMember } from "../seeded";
import { query } from "../session";

const ofSeeded = "user_id = (SELECT id FROM users WHERE email = $1)";

const queries = {
  user: "SELECT id FROM users WHERE email = $1",
  payment: `SELECT id FROM payments WHERE ${ofSeeded} LIMIT 1`,
  document: `SELECT id FROM billing_documents WHERE ${ofSeeded} LIMIT 1`,
  run: `INSERT INTO service_run_files (run_id, name, media_type, byte_size, bytes, expires_at)
    (SELECT id, 'picture.png', 'image/png', 1, '\\x00', now() + interval '1 day'
     FROM service_runs WHERE ${ofSeeded} LIMIT 1)
    ON CONFLICT (run_id) DO UPDATE SET expires_at = excluded.expires_at RETURNING run_id AS id`,
};

/** Fills `[payment]` and the like in a path with what belongs to the seeded member. */
export async function fillOwn(path: string): Promise<string> {
  const kind = (Object.keys(queries) as (keyof typeof queries)[]).find((name) => path.includes(`[${name}]`));
  if (!kind) return path;
  const [row] = await query<{ id: string }>(queries[kind], [seededMember.email]);
  if (!row) throw new Error(`The seeded member has no ${kind}`);
  return path.replace(`[${kind}]`, row.id);
}
