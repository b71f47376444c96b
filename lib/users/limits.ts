import type { Db } from "@/lib/db";
import { clearRateLimit, consumeRateLimit, placeOf, returnAttempt, type RateLimit } from "@/lib/rate-limits";

const minute = 60;
const hour = 60 * minute;

/** Wrong passwords for one address from one place: the sixth is refused for a quarter of an hour. */
const signInHere: RateLimit = {
  name: "sign-in",
  points: 5,
  windowSeconds: 15 * minute,
  lockSeconds: 15 * minute,
};
/** The same from everywhere together. */
const signInAddress: RateLimit = { name: "sign-in-address", points: 60, windowSeconds: hour };
const signInIp: RateLimit = { name: "sign-in-ip", points: 120, windowSeconds: hour };
const signUpAddress: RateLimit = { name: "sign-up-address", points: 5, windowSeconds: hour };
const signUpIp: RateLimit = { name: "sign-up-ip", points: 30, windowSeconds: hour };
const resendPause: RateLimit = { name: "resend-pause", points: 1, windowSeconds: minute };
const resendAddress: RateLimit = { name: "resend-address", points: 6, windowSeconds: hour };
const resendIp: RateLimit = { name: "resend-ip", points: 30, windowSeconds: hour };
const forgotAddress: RateLimit = { name: "forgot-address", points: 4, windowSeconds: hour };
const forgotIp: RateLimit = { name: "forgot-ip", points: 30, windowSeconds: hour };
const magicAddress: RateLimit = { name: "magic-address", points: 4, windowSeconds: hour };
const magicIp: RateLimit = { name: "magic-ip", points: 30, windowSeconds: hour };
const changeAddress: RateLimit = { name: "change-address", points: 4, windowSeconds: hour };
const changeIp: RateLimit = { name: "change-ip", points: 30, windowSeconds: hour };
const resetIp: RateLimit = { name: "reset-ip", points: 30, windowSeconds: hour };

const families = {
  "sign-in": { pair: signInHere, address: [signInAddress], ip: signInIp },
  "sign-up": { address: [signUpAddress], ip: signUpIp },
  resend: { address: [resendPause, resendAddress], ip: resendIp },
  "magic-link": { address: [magicAddress], ip: magicIp },
  "change-email": { address: [changeAddress], ip: changeIp },
  forgot: { address: [forgotAddress], ip: forgotIp },
};

interface Who {
  email: string;
  ip: string | null;
}

/**
 * Takes one try of everything that limits this kind of attempt. Where the caller's IP is not known, only the
 * address counts: a limit shared by everybody would lock everybody out.
 * @throws TooManyAttempts
 */
export async function consumeAttempt(db: Db, kind: keyof typeof families, { email, ip }: Who): Promise<void> {
  const family = families[kind];
  const place = placeOf(ip);
  if ("pair" in family) await consumeRateLimit(db, family.pair, [email, place]);
  if (ip) await consumeRateLimit(db, family.ip, [place]);
  for (const limit of family.address) await consumeRateLimit(db, limit, [email]);
}

/**
 * A right password forgets the wrong ones of this address in this place, and does not count against the address
 * or the place: an office signs in all day from one IP.
 */
export async function forgiveSignIn(db: Db, { email, ip }: Who): Promise<void> {
  const place = placeOf(ip);
  await clearRateLimit(db, signInHere, [email, place]);
  await returnAttempt(db, signInAddress, [email]);
  if (ip) await returnAttempt(db, signInIp, [place]);
}

/** Every try of an address is given back, wherever it was made. */
export async function liftSignInLock(db: Db, email: string): Promise<void> {
  await clearRateLimit(db, signInHere, [email]);
  await clearRateLimit(db, signInAddress, [email]);
}

/** Guessing reset links is hopeless; this keeps it from being cheap as well. */
export async function consumeReset(db: Db, ip: string | null): Promise<void> {
  if (ip) await consumeRateLimit(db, resetIp, [placeOf(ip)]);
}
