import { seededAccounts } from "./accounts";
import { adaJoinedAt, tellAda } from "./ada-story";
import { benJoinedAt, tellBen } from "./ben-story";
import type { Books } from "./books/books";
import { seededId } from "./seeded-id";
import { addDays } from "./story-time";

const stories = {
  ada: { joinedAt: adaJoinedAt, tell: tellAda },
  ben: { joinedAt: benJoinedAt, tell: tellBen },
};

function joinedAt(email: string, now: Date): Date {
  if (email.startsWith("cleo@")) return addDays(now, -0.05);
  return email.startsWith("ben@") ? benJoinedAt(now) : adaJoinedAt(now);
}

const idOf = (email: string, now: Date) => seededId(email, joinedAt(email, now));

export function adminId(now: Date): string {
  const admin = seededAccounts.find(({ role }) => role === "admin");
  return idOf(admin?.email ?? "", now);
}

/** Those who can sign in, all verified; Stripe meets each of them at their first real purchase. */
export function addDemoPeople(books: Books, passwordHash: string): void {
  const { now } = books;
  for (const { email, name, role } of seededAccounts) {
    const createdAt = joinedAt(email, now);
    const id = idOf(email, now);
    const times = { emailVerified: createdAt, createdAt, updatedAt: createdAt };
    books.users.push({ id, email, name, role, passwordHash, ...times });
    const story = Object.entries(stories).find(([who]) => email.startsWith(`${who}@`))?.[1];
    if (!story) continue;
    books.customers.push({ userId: id, email, createdAt });
    story.tell(books, id);
  }
}
