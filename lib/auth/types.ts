/** What a live session says about its owner; read from the database on every request. */
export interface SessionUser {
  id: string;
  email: string;
  name: string | null;
  role: "member" | "admin";
  verified: boolean;
  /** Of their profile; null means that of the device. */
  timeZone: string | null;
  sessionId: string;
  /** When they last proved who they are. */
  authenticatedAt: Date;
  /** Whom they, an admin, look at QuickScale as. */
  viewing: ViewedUser | null;
}

/** A member as whom an admin looks, and until when. */
export interface ViewedUser {
  id: string;
  email: string;
  name: string | null;
  timeZone: string | null;
  until: Date;
}

/** A signed-in person whose address is verified. */
export type SignedInUser = Omit<SessionUser, "verified" | "authenticatedAt" | "viewing">;

/** One signed-in browser, as its owner sees it. */
export interface OpenSession {
  id: string;
  ip: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastUsedAt: Date;
}

/** Where a request came from, as far as the proxy in front of us vouches for it. */
export interface RequestOrigin {
  ip: string | null;
  userAgent: string | null;
  /** The session cookie that the browser sent, live or not. */
  sessionToken: string | null;
  /** The cookie by which a browser is known again, whoever signs in in it. */
  deviceToken: string | null;
}
